package io.stigg.sdk.emulator;

import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** States to come back to, by names; one, the beginning, is always there. */
final class SnapshotsResource implements ControlResource {
    private static final String BEGINNING = "beginning";

    private final StiggBackend backend;
    private final Map<String, BackendSnapshot> snapshots = new ConcurrentHashMap<>();

    SnapshotsResource(StiggBackend backend, BackendSnapshot beginning) {
        this.backend = backend;
        snapshots.put(BEGINNING, beginning);
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", input -> list(), "POST", this::act);
    }

    private Map<String, Object> list() {
        return Map.of("snapshots", new TreeMap<>(snapshots).keySet().stream().toList());
    }

    private Map<String, Object> act(ControlInput input) {
        input.allowOnly("action", "name");
        switch (input.text("action")) {
            case "take" -> snapshots.put(name(input), backend.snapshot());
            case "restore" -> backend.restore(found(name(input)));
            case "reset" -> backend.restore(found(BEGINNING));
            default ->
                throw new IllegalArgumentException(
                        "action must be take, restore or reset, not " + input.text("action"));
        }
        return list();
    }

    private static String name(ControlInput input) {
        String name = input.text("name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return name;
    }

    private BackendSnapshot found(String name) {
        return Optional.ofNullable(snapshots.get(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no snapshot " + name));
    }
}
