package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes what a client says on a stream of updates, by the sub-protocol {@code graphql-transport-ws}. */
public final class ClientMessages {
    private ClientMessages() {}

    /**
     * Says who the client is.
     *
     * @param headers what it would say in the headers of a request, texts and numbers
     * @return the message, which has the key in it
     */
    public static String init(Map<String, Object> headers) {
        JsonObject payload = new JsonObject();
        payload.add("headers", Operation.GSON.toJsonTree(headers));
        JsonObject message = new JsonObject();
        message.addProperty("type", "connection_init");
        message.add("payload", payload);
        return Operation.GSON.toJson(message);
    }

    /**
     * Asks for a sign of life.
     *
     * @return the message
     */
    public static String ping() {
        return "{\"type\":\"ping\"}";
    }

    /**
     * Gives a sign of life.
     *
     * @param ping what is answered; its payload is sent back as it is, numbers digit by digit
     * @return the message
     */
    public static String pong(StreamMessage ping) {
        if (ping.payload().isAbsent()) {
            return "{\"type\":\"pong\"}";
        }
        String text = new String(ping.text(), StandardCharsets.UTF_8);
        // Its own text, not Gson's of everything else here, which leaves out what is null.
        return "{\"type\":\"pong\",\"payload\":"
                + JsonParser.parseString(text).getAsJsonObject().get("payload") + "}";
    }

    static String subscribe(String id, Topic topic) {
        JsonObject payload = new JsonObject();
        payload.add("variables", new JsonObject());
        payload.add("extensions", new JsonObject());
        payload.addProperty("operationName", topic.operationName());
        payload.addProperty("query", topic.document());
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("type", "subscribe");
        message.add("payload", payload);
        return Operation.GSON.toJson(message);
    }
}
