package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.http.graphql.StreamMessage;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK tells of a socket, as steps of its connection. The next event is asked for when the step of the last one is
 * done, so that a slow listener slows the server down instead of filling the memory.
 */
final class SocketEvents implements WebSocket.Listener {
    private final StreamConnection connection;
    private final StreamSetup setup;
    private final Fragments fragments;

    // Set in the first step, read in later ones.
    private @Nullable Conversation conversation;

    SocketEvents(StreamConnection connection, StreamSetup setup) {
        this.connection = connection;
        this.setup = setup;
        this.fragments = new Fragments(setup.maxMessageBytes());
    }

    @Override
    public void onOpen(WebSocket socket) {
        connection.connected(socket, begun -> {
            conversation = begun;
            begun.begin();
            socket.request(1);
        });
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        // The JDK takes the sequence back when this returns.
        String part = data.toString();
        return heard(socket, () -> {
            fragments.add(part);
            if (last) {
                receive(StreamMessage.read(fragments.whole(), setup.anomalies()));
            }
        });
    }

    private void receive(StreamMessage message) {
        if (conversation != null) {
            conversation.receive(message);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        return heard(socket, () -> {
            throw new StiggProtocolException("Stigg sent something else than text", "$", null);
        });
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        return heard(socket, () -> {});
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        return heard(socket, () -> {});
    }

    private @Nullable CompletionStage<?> heard(WebSocket socket, Runnable step) {
        connection.step(() -> {
            try {
                if (conversation != null) {
                    conversation.heard();
                }
                step.run();
            } finally {
                socket.request(1);
            }
        });
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        connection.step(() -> {
            throw setup.failures().ofClose(code, reason);
        });
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        connection.step(() -> {
            throw setup.failures().ofBreak(error);
        });
    }
}
