package io.stigg.sdk.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what a server says in the protocol {@code graphql-transport-ws}. */
final class ServerMessages {
    static final String ACK = Json.write(Map.of("type", "connection_ack"));

    private ServerMessages() {}

    static String pong(Optional<Map<String, Object>> payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "pong");
        payload.ifPresent(present -> message.put("payload", present));
        return Json.write(message);
    }

    static String next(String id, Object result) {
        return about(id, "next", Optional.of(result));
    }

    static String error(String id, Object errors) {
        return about(id, "error", Optional.of(errors));
    }

    static String complete(String id) {
        return about(id, "complete", Optional.empty());
    }

    private static String about(String id, String type, Optional<Object> payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("type", type);
        payload.ifPresent(present -> message.put("payload", present));
        return Json.write(message);
    }
}
