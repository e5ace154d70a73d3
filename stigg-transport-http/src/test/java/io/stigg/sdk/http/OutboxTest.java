package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.error.StiggTransportException;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outbox")
class OutboxTest {
    private final FakeSocket socket = new FakeSocket();
    private final Outbox outbox = new Outbox(socket, Runnable::run);

    @Test
    @DisplayName("sends the next message when the one before is sent, since the JDK refuses two at once")
    void sendsOneAtATime() {
        outbox.send("a");
        outbox.send("b");
        outbox.send("c");
        assertThat(socket.sent).containsExactly("a");

        socket.finishSending();
        assertThat(socket.sent).containsExactly("a", "b");

        socket.finishSending();
        assertThat(socket.sent).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("refuses the next message after one that could not be sent, and sends none of those that wait")
    void refusesAfterAFailure() {
        outbox.send("a");
        outbox.send("b");

        socket.failSending(new IOException("on purpose"));

        assertThat(socket.sent).containsExactly("a");
        assertThatExceptionOfType(StiggTransportException.class).isThrownBy(() -> outbox.send("c"));
        assertThat(socket.sent).containsExactly("a");
    }

    @Test
    @DisplayName("takes no more for a server that does not read than fits into half a megabyte")
    void isBounded() {
        String message = "x".repeat(1_000);
        assertThatExceptionOfType(StiggTransportException.class).isThrownBy(() -> {
            for (int i = 0; i < 300; i++) {
                outbox.send(message);
            }
        });
    }

    @Test
    @DisplayName("goes on for ever for a server that reads")
    void goesOn() {
        String message = "x".repeat(1_000);
        for (int i = 0; i < 1_000; i++) {
            outbox.send(message);
            socket.finishSending();
        }

        assertThat(socket.sent).hasSize(1_000);
    }
}
