package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Completes what clients report of usage, as Stigg does: they may leave out what the SDK's requests never do. A report without
 * a key is told from all others, and an event without a time happens when it arrives.
 */
final class UsageInputs {
    private UsageInputs() {}

    static Map<String, Object> delta(Map<String, Object> input) {
        Map<String, Object> complete = new LinkedHashMap<>(input);
        complete.merge("updateBehavior", "DELTA", (given, otherwise) -> given);
        return complete;
    }

    static Map<String, Object> report(Map<String, Object> input) {
        Map<String, Object> complete = delta(input);
        if (new Input(input).optionalId("idempotencyKey").isEmpty()) {
            complete.put("idempotencyKey", UUID.randomUUID().toString());
        }
        return complete;
    }

    static Map<String, Object> event(Map<String, Object> input, Instant now) {
        Map<String, Object> complete = new LinkedHashMap<>(input);
        complete.merge("timestamp", now, (given, otherwise) -> given);
        return complete;
    }

    /** Completes each of several. */
    static Map<String, Object> each(
            Map<String, Object> input, String name, UnaryOperator<Map<String, Object>> completing) {
        Map<String, Object> complete = new LinkedHashMap<>(input);
        complete.put(
                name,
                all(requireNonNull(input.get(name))).stream().map(completing).toList());
        return complete;
    }

    @SuppressWarnings("unchecked") // the schema says that it is a list of objects
    private static List<Map<String, Object>> all(Object list) {
        return List.copyOf((Collection<Map<String, Object>>) list);
    }
}
