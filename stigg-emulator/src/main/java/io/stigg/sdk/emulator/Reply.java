package io.stigg.sdk.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a client is answered. Immutable.
 *
 * @param status the status of the HTTP response
 * @param headers headers besides those that every response has
 * @param json the body
 */
record Reply(int status, Map<String, String> headers, String json) {
    static Reply of(int status, Object body) {
        return new Reply(status, Map.of(), Json.write(body));
    }

    /** A refusal in the shape of GraphQL's errors, which clients understand in every place. */
    static Reply error(int status, String code, String message) {
        return of(status, Map.of("errors", List.of(Map.of("message", message, "extensions", extensions(code)))));
    }

    Reply withHeader(String name, String value) {
        return new Reply(status, Map.of(name, value), json);
    }

    private static Map<String, Object> extensions(String code) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("traceId", UUID.randomUUID().toString());
        return extensions;
    }
}
