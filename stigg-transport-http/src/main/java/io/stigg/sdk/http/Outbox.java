package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggTransportException;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages one after the other, as the JDK wants it. Not thread-safe; confined to the connection's mailbox.
 *
 * <p>A message that cannot be sent is no event of its own: the reading side learns of a broken connection too, and may
 * have been told why before. If it learns nothing, the silence is noticed.
 */
final class Outbox {
    private static final int MOST_WAITING = 256;

    private final WebSocket socket;
    private final Executor steps;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;

    Outbox(WebSocket socket, Executor steps) {
        this.socket = socket;
        this.steps = steps;
    }

    void send(String message) {
        if (waiting.size() == MOST_WAITING) {
            throw StiggTransportException.unreachable("Stigg does not take what is sent to it", null);
        }
        waiting.add(message);
        sendNext();
    }

    private void sendNext() {
        String next = sending ? null : waiting.poll();
        if (next != null) {
            sending = true;
            socket.sendText(next, true).whenComplete((sent, failure) -> steps.execute(() -> sent(failure)));
        }
    }

    private void sent(@Nullable Throwable failure) {
        if (failure == null) {
            sending = false;
            sendNext();
        }
    }
}
