package io.stigg.sdk.emulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Notes down what changes something before it is done, one after the other, so that the journal has it in the order in which it
 * happens. Thread-safe.
 */
final class Recorder {
    static final String AT = "at";
    static final String CONTROL = "control";
    static final String INPUT = "input";

    private static final Set<String> CHANGING = Set.of("billing", "checkouts", "clock", "snapshots", "usage");

    // What looks like one and is none does no harm when it is executed again.
    private static final Pattern MUTATION = Pattern.compile("\\bmutation\\b");

    private final Journal journal;
    private final Supplier<Instant> now;

    Recorder(Journal journal, Supplier<Instant> now) {
        this.journal = journal;
        this.now = now;
    }

    /** Executes a request. */
    <T> T request(GraphqlRequest request, Supplier<T> execution) {
        if (!journal.keeps() || !MUTATION.matcher(request.document()).find()) {
            return execution.get();
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("query", request.document());
        request.operationName().ifPresent(name -> entry.put("operationName", name));
        entry.put("variables", request.variables());
        return record(entry, execution);
    }

    /** Lets something be controlled. */
    <T> T control(String resource, ControlInput input, Supplier<T> action) {
        return journal.keeps() && CHANGING.contains(resource)
                ? record(Map.of(CONTROL, resource, INPUT, input.members()), action)
                : action.get();
    }

    private synchronized <T> T record(Map<String, Object> change, Supplier<T> work) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(AT, now.get().toString());
        entry.putAll(change);
        journal.add(entry);
        return work.get();
    }
}
