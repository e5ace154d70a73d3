package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.testkit.StiggBackend;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A conversation that is stopped")
class ConversationTest {
    private final WebSocketChannel channel = mock(WebSocketChannel.class);
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final AtomicReference<Runnable> whileOpening = new AtomicReference<>(() -> {});
    private final AtomicReference<@Nullable UpdateListener> listener = new AtomicReference<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final StreamFaults faults = new StreamFaults();
    private final StreamService service = new StreamService(
            listening -> {
                listener.set(listening);
                whileOpening.get().run();
                return closed::incrementAndGet;
            },
            new ExpectedKey(Optional.empty()),
            new Throttle(RateLimits.none(), () -> Instant.EPOCH),
            faults,
            new Roots(Map.of(), Map.of(), Map.of(), new Details(StiggBackend.acme())),
            new Recorder(Journal.none(), () -> Instant.EPOCH),
            new Live(UpdateStream.none()));
    private final Conversation conversation = new Conversation(service, threads::add, new Outbox(channel, faults));

    private void run() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    @DisplayName("listens no more, though none of its tasks ever runs again")
    void stopsAtOnce() {
        conversation.received("{\"type\":\"connection_init\"}");
        run();

        conversation.stop();

        assertThat(closed).hasValue(1);
    }

    @Test
    @DisplayName("while it begins to listen, does not go on to")
    void stopsWhileOpening() {
        whileOpening.set(conversation::stop);
        conversation.received("{\"type\":\"connection_init\"}");

        run();

        assertThat(closed).hasValue(1);
    }

    @Test
    @DisplayName("says nothing more, whatever it is told")
    void saysNothing() {
        conversation.received("{\"type\":\"connection_init\"}");
        run();
        conversation.stop();

        requireNonNull(listener.get()).onOpen();
        conversation.received("{\"type\":\"ping\"}");
        conversation.timeIsUp();
        run();

        verify(channel).getIoThread();
        verifyNoMoreInteractions(channel);
    }
}
