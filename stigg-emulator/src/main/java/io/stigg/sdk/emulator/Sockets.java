package io.stigg.sdk.emulator;

import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The sockets that are open. Thread-safe. */
final class Sockets implements WebSocketConnectionCallback, AutoCloseable {
    static final String PROTOCOL = "graphql-transport-ws";

    private static final int MILLIS_TO_CLOSE = 500;

    private final StreamService service;
    private final StreamFaults faults;
    private final Duration timeToInitialise;
    private final Map<Conversation, CompletableFuture<Void>> conversations = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();
    private volatile boolean closed;

    Sockets(StreamService service, StreamFaults faults, Duration timeToInitialise) {
        this.service = service;
        this.faults = faults;
        this.timeToInitialise = timeToInitialise;
    }

    @Override
    public void onConnect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        Outbox outbox = new Outbox(channel, faults);
        Conversation conversation = new Conversation(service, channel.getWorker(), outbox);
        CompletableFuture<Void> end = new CompletableFuture<>();
        conversations.put(conversation, end);
        opened.incrementAndGet();
        channel.addCloseTask(gone -> {
            conversations.remove(conversation);
            conversation.stop();
            end.complete(null);
            service.streamsChanged();
        });
        if (!PROTOCOL.equals(channel.getSubProtocol())) {
            conversation.refuse(Closing.WRONG_PROTOCOL);
        }
        channel.getIoThread().executeAfter(conversation::timeIsUp, timeToInitialise.toMillis(), TimeUnit.MILLISECONDS);
        channel.getReceiveSetter().set(new IncomingFrames(conversation));
        channel.resumeReceives();
        if (closed) {
            outbox.cut();
        }
    }

    int open() {
        return conversations.size();
    }

    List<Listening> listening() {
        return conversations.keySet().stream().map(Conversation::listening).toList();
    }

    long opened() {
        return opened.get();
    }

    void forEach(Consumer<Outbox> action) {
        conversations.keySet().forEach(conversation -> action.accept(conversation.outbox()));
    }

    /** Says goodbye to everyone, and gives them a moment for it. */
    @Override
    public void close() {
        closed = true;
        conversations.keySet().forEach(Conversation::stop);
        forEach(outbox -> outbox.closeNow(Closing.GOING_AWAY));
        try {
            CompletableFuture.allOf(conversations.values().toArray(CompletableFuture<?>[]::new))
                    .get(MILLIS_TO_CLOSE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Those who do not answer are cut off.
        }
        forEach(Outbox::cut);
    }
}
