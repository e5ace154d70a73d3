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
 * <p>That a message could not be sent ends the connection with the next one, which is not far: there are pings. Until then
 * the reading side, which learns of a broken connection too, may still be told why.
 */
final class Outbox {
    private static final int MOST_CHARACTERS_WAITING = 256 * 1024;

    private final WebSocket socket;
    private final Executor steps;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int charactersWaiting;
    private boolean sending;
    private boolean broken;

    Outbox(WebSocket socket, Executor steps) {
        this.socket = socket;
        this.steps = steps;
    }

    void send(String message) {
        if (broken || charactersWaiting > MOST_CHARACTERS_WAITING) {
            throw StiggTransportException.unreachable("Stigg does not take what is sent to it", null);
        }
        waiting.add(message);
        charactersWaiting += message.length();
        sendNext();
    }

    private void sendNext() {
        String next = sending ? null : waiting.poll();
        if (next != null) {
            charactersWaiting -= next.length();
            sending = true;
            socket.sendText(next, true).whenComplete((sent, failure) -> steps.execute(() -> sent(failure)));
        }
    }

    private void sent(@Nullable Throwable failure) {
        sending = false;
        broken = failure != null;
        if (!broken) {
            sendNext();
        }
    }
}
