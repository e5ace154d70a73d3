package io.stigg.sdk.http.graphql;

import io.stigg.sdk.error.StiggProtocolException;

/** A message of Stigg's on a stream of updates, by the sub-protocol {@code graphql-transport-ws}. Immutable. */
public final class StreamMessage {
    private final Type type;
    private final JsonView document;
    private final byte[] text;

    private StreamMessage(Type type, JsonView document, byte[] text) {
        this.type = type;
        this.document = document;
        this.text = text;
    }

    /**
     * Reads a message.
     *
     * @param text the message, which this object keeps
     * @param anomalies where to tell what is odd about it
     * @return the message
     * @throws StiggProtocolException if it is no such message
     */
    public static StreamMessage read(byte[] text, Anomalies anomalies) {
        JsonView document = JsonView.of(JsonText.parse(text), anomalies);
        return new StreamMessage(Type.ofWire(document.at("type").text()), document, text);
    }

    /**
     * Returns what it is.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    String id() {
        return document.at("id").text();
    }

    JsonView payload() {
        return document.at("payload");
    }

    byte[] text() {
        return text;
    }

    /** The types of messages that Stigg sends. */
    public enum Type {
        /** The connection is accepted. */
        CONNECTION_ACK,
        /** Stigg wants to know whether anybody is there. */
        PING,
        /** Stigg is there. */
        PONG,
        /** Something is told. */
        NEXT,
        /** A subscription is refused. */
        ERROR,
        /** A subscription is over. */
        COMPLETE,
        /** None that this SDK knows. */
        UNKNOWN;

        static Type ofWire(String name) {
            return switch (name) {
                case "connection_ack" -> CONNECTION_ACK;
                case "ping" -> PING;
                case "pong" -> PONG;
                case "next" -> NEXT;
                case "error" -> ERROR;
                case "complete" -> COMPLETE;
                default -> UNKNOWN;
            };
        }
    }
}
