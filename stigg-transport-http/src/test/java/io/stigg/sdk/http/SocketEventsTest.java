package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.graphql.Anomalies;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.http.graphql.LackedTopics;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Over a socket whose every step the test takes, a connection")
class SocketEventsTest {
    private static final URI URI_OF_NOBODY = URI.create("ws://127.0.0.1:1/graphql");
    private static final ApiKey KEY = ApiKey.of("server-5ecret-0f-acme");

    private final Queue<Runnable> steps = new ArrayDeque<>();
    private final ManualClock clock = new ManualClock();
    private final FakeSocket socket = new FakeSocket();
    private final HeardUpdates heard = new HeardUpdates();
    private final StreamSetup setup = setup();
    private final StreamConnection connection = new StreamConnection(setup, heard, over -> {});
    private final SocketEvents events = new SocketEvents(connection, setup);

    private StreamSetup setup() {
        Anomalies anomalies = new Anomalies(KEY::redact);
        return new StreamSetup(
                URI_OF_NOBODY,
                new Connections(Borrowed.nothing().withExecutor(steps::add), 10_000),
                clock,
                Headers.of(KEY, ClientIdentity.standard(), ProcessIdentity.current()),
                new StreamFailures(URI_OF_NOBODY, KEY),
                new Envelope(anomalies, KEY::redact),
                anomalies,
                new LackedTopics(),
                10_000);
    }

    private void takeSteps() {
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            step.run();
        }
    }

    private void receive(String message) {
        events.onText(socket, message, true);
        takeSteps();
    }

    /** Sends what waits to be sent, up to the end. */
    private void sendAll() {
        int before;
        do {
            before = socket.sent.size();
            socket.finishSending();
            takeSteps();
        } while (socket.sent.size() > before);
    }

    private void open() {
        events.onOpen(socket);
        takeSteps();
        sendAll();
        receive("{\"type\":\"connection_ack\"}");
        sendAll();
        receive("{\"type\":\"pong\"}");
        assertThat(heard.calls).containsExactly("open");
    }

    @Nested
    @DisplayName("asks for the next event")
    class Demand {
        @Test
        @DisplayName("when the one before is dealt with, and not before, whatever it was")
        void asksForOneAtATime() {
            events.onOpen(socket);
            assertThat(socket.requested).isZero();
            takeSteps();
            assertThat(socket.requested).isEqualTo(1);

            events.onText(socket, "{\"type\":", false);
            assertThat(socket.requested).isEqualTo(1);
            takeSteps();
            assertThat(socket.requested).isEqualTo(2);

            events.onText(socket, "\"ping\"}", true);
            events.onPing(socket, ByteBuffer.allocate(0));
            events.onPong(socket, ByteBuffer.allocate(0));
            assertThat(socket.requested).isEqualTo(2);
            takeSteps();
            assertThat(socket.requested).isEqualTo(5);
        }

        @Test
        @DisplayName("also when its listener throws")
        void asksAfterAListenerThatThrows() {
            HeardUpdates throwing = new HeardUpdates() {
                @Override
                public void onOpen() {
                    super.onOpen();
                    throw new IllegalStateException("on purpose");
                }
            };
            StreamConnection other = new StreamConnection(setup, throwing, over -> {});
            SocketEvents toOther = new SocketEvents(other, setup);
            toOther.onOpen(socket);
            takeSteps();
            sendAll();
            toOther.onText(socket, "{\"type\":\"connection_ack\"}", true);
            takeSteps();
            sendAll();

            try (CapturedLog log = CapturedLog.start()) {
                toOther.onText(socket, "{\"type\":\"pong\"}", true);
                takeSteps();

                assertThat(log.warnings()).hasSize(1);
            }
            assertThat(throwing.calls).containsExactly("open");
            assertThat(socket.requested).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("sends one message at a time, and is not open while its question waits to be sent")
    void sendsOneAtATime() {
        events.onOpen(socket);
        takeSteps();
        receive("{\"type\":\"connection_ack\"}");
        assertThat(socket.sent).hasSize(1).first().asString().contains("connection_init");

        sendAll();

        assertThat(socket.sent).hasSize(5).last().isEqualTo("{\"type\":\"ping\"}");
        assertThat(heard.calls).isEmpty();
    }

    @Test
    @DisplayName("ends with the next ping when it cannot send, and with what the server says if it says why before")
    void endsWhenItCannotSend() {
        open();
        clock.advance(Duration.ofSeconds(10));
        takeSteps();
        socket.failSending(new IOException("on purpose"));
        takeSteps();
        receive("{\"type\":\"gossip\"}");
        assertThat(heard.calls).containsExactly("open");

        clock.advance(Duration.ofSeconds(10));
        takeSteps();

        assertThat(heard.cause()).isInstanceOf(StiggTransportException.class).hasMessageContaining("does not take");
        assertThat(socket.aborted).isTrue();
        assertThat(clock.waits()).isEmpty();
    }

    @Test
    @DisplayName("that is over lets go of a socket that comes late, and hears nothing of it")
    void letsGoOfALateSocket() {
        connection.close();

        events.onOpen(socket);
        events.onText(socket, "{\"type\":\"connection_ack\"}", true);
        events.onError(socket, new IOException("on purpose"));

        assertThat(socket.aborted).isTrue();
        assertThat(steps).isEmpty();
        assertThat(heard.calls).isEmpty();
    }

    @Test
    @DisplayName("tells its end once, whatever comes together")
    void endsOnce() {
        open();

        events.onError(socket, new IOException("the first"));
        events.onClose(socket, 4403, "the second");
        connection.end(StiggTransportException.unreachable("the third", null));
        takeSteps();

        assertThat(heard.calls).containsExactly("open", "end");
        assertThat(heard.cause()).hasMessage("the third");
        assertThat(socket.aborted).isTrue();
    }

    @Test
    @DisplayName("does not repeat the key, should the JDK do so")
    void hidesTheKey() {
        open();

        events.onError(
                socket, new IOException("a bad frame: " + KEY.headerValue(), new IOException(KEY.headerValue())));
        takeSteps();

        assertThat(heard.cause()).hasMessageContaining("a bad frame: ***").hasNoCause();
    }

    @Test
    @DisplayName("keeps its questions for later apart from the one that it opens with")
    void keepsPongsApart() {
        events.onOpen(socket);
        takeSteps();
        sendAll();
        receive("{\"type\":\"connection_ack\"}");
        sendAll();

        assertThat(clock.waits()).as("the wait for the pong alone").hasSize(1);
        receive("{\"type\":\"pong\"}");
        assertThat(clock.waits()).as("the wait for the next ping alone").hasSize(1);
        assertThat(socket.sent).filteredOn("{\"type\":\"ping\"}"::equals).hasSize(1);
    }
}
