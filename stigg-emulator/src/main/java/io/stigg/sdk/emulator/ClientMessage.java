package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message of a client in the protocol {@code graphql-transport-ws}. Immutable. */
sealed interface ClientMessage {
    /**
     * The first message.
     *
     * @param payload what the client says of itself
     */
    record Init(Map<String, Object> payload) implements ClientMessage {
        /** Finds a header, whose name may be in any case, among the headers or beside them. */
        Optional<String> header(String name) {
            Optional<String> header =
                    payload.get("headers") instanceof Map<?, ?> headers ? find(headers, name) : Optional.empty();
            return header.or(() -> find(payload, name));
        }

        private static Optional<String> find(Map<?, ?> headers, String name) {
            return headers.entrySet().stream()
                    .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
                    .map(entry -> String.valueOf(entry.getValue()))
                    .findFirst();
        }

        @Override
        public String toString() {
            return "Init";
        }
    }

    /**
     * The question whether anybody is there.
     *
     * @param payload to be sent back
     */
    record Ping(Optional<Map<String, Object>> payload) implements ClientMessage {}

    /** The answer to a question of ours. */
    record Pong() implements ClientMessage {}

    /**
     * Starts an operation.
     *
     * @param id names it
     * @param request the operation
     */
    record Subscribe(String id, GraphqlRequest request) implements ClientMessage {}

    /**
     * Ends an operation.
     *
     * @param id names it
     */
    record Complete(String id) implements ClientMessage {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if the text is none that a client may send
     */
    static ClientMessage parse(String text) {
        Map<String, Object> json = Json.readObject(text.getBytes(UTF_8));
        Optional<Map<String, Object>> payload = object(json.get("payload"));
        return switch (String.valueOf(json.get("type"))) {
            case "connection_init" -> new Init(payload.orElse(Map.of()));
            case "ping" -> new Ping(payload);
            case "pong" -> new Pong();
            case "subscribe" -> new Subscribe(id(json), GraphqlRequest.read(payload.orElse(Map.of())));
            case "complete" -> new Complete(id(json));
            default -> throw new IllegalArgumentException("No message of a client");
        };
    }

    private static String id(Map<String, Object> json) {
        if (json.get("id") instanceof String id && !id.isEmpty()) {
            return id;
        }
        throw new IllegalArgumentException("id is missing");
    }

    @SuppressWarnings("unchecked") // The names of an object in JSON are strings.
    private static Optional<Map<String, Object>> object(@Nullable Object json) {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Map<?, ?> members) {
            return Optional.of((Map<String, Object>) members);
        }
        throw new IllegalArgumentException("payload is not an object");
    }
}
