package io.stigg.sdk.emulator;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does again what a journal tells, at the same times. What was refused then is refused again. */
final class Replay {
    private final StiggBackend backend;
    private final FakeClock clock;
    private final Map<String, ControlResource> controls;

    private Replay(Catalog catalog, Instant start) {
        clock = FakeClock.at(start);
        backend = StiggBackend.of(catalog, clock);
        controls = StiggEmulator.controls(backend, backend.snapshot());
    }

    /** Returns the state that comes of it; empty if nothing was done. */
    static Optional<BackendSnapshot> of(Journal journal, Catalog catalog) {
        List<Map<String, Object>> entries = journal.entries();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Replay(catalog, at(entries.get(0))).run(entries));
    }

    private BackendSnapshot run(List<Map<String, Object>> entries) {
        try (ApiTransport transport = backend.connect()) {
            GraphqlExecution execution = new GraphqlExecution(
                    SchemaWiring::engine, Roots.of(backend, transport), new Recorder(Journal.none(), backend::now));
            for (Map<String, Object> entry : entries) {
                Instant at = at(entry);
                if (at.isAfter(clock.now())) {
                    clock.advanceTo(at);
                }
                repeat(entry, execution);
            }
        }
        return backend.snapshot();
    }

    private void repeat(Map<String, Object> entry, GraphqlExecution execution) {
        Object resource = entry.get(Recorder.CONTROL);
        if (resource == null) {
            execution
                    .execute(GraphqlRequest.read(entry), Quota.UNLIMITED)
                    .toCompletableFuture()
                    .join();
        } else {
            control(String.valueOf(resource), entry);
        }
    }

    @SuppressWarnings("unchecked") // The names of an object in JSON are strings.
    private void control(String resource, Map<String, Object> entry) {
        ControlResource known = controls.get(resource);
        if (known == null || !(entry.get(Recorder.INPUT) instanceof Map<?, ?> input)) {
            throw new IllegalArgumentException("--data: the journal has a control that there is not: " + resource);
        }
        ControlResource.Action action = known.actions().get("POST");
        try {
            if (action != null) {
                action.act(new ControlInput((Map<String, Object>) input));
            }
        } catch (IllegalArgumentException | StiggApiException refusedThen) {
            // And again.
        }
    }

    private static Instant at(Map<String, Object> entry) {
        return Instant.parse(String.valueOf(entry.get(Recorder.AT)));
    }
}
