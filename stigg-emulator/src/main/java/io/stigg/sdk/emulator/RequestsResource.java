package io.stigg.sdk.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The log of received requests over HTTP. */
final class RequestsResource implements ControlResource {
    private final RequestLog log;

    RequestsResource(RequestLog log) {
        this.log = log;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", this::list, "DELETE", this::clear);
    }

    private Map<String, Object> list(ControlInput input) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("count", log.count());
        state.put(
                "requests",
                input.latestOf(log.latest()).map(RequestsResource::entry).toList());
        return state;
    }

    private Map<String, Object> clear(ControlInput input) {
        log.clear();
        return list(input);
    }

    private static Map<String, Object> entry(ReceivedRequest request) {
        return new Fields()
                .with("method", request.method())
                .with("path", request.path())
                .with("query", request.query())
                .with("operation", request.operation())
                .toMap();
    }
}
