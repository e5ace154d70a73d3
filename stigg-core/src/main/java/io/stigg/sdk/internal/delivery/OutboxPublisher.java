package io.stigg.sdk.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.FlushReport;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.PublisherStatistics;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts events into an outbox, from which a courier brings them to Stigg. Thread-safe. */
public final class OutboxPublisher implements EventPublisher {
    private final EventOutbox outbox;
    private final WhenFull whenFull;
    private final SdkClock clock;
    private final LostEvents lost;
    private final Room room = new Room();
    private final Courier courier;
    private final LongAdder published = new LongAdder();
    private final long found;
    private volatile boolean isClosed;
    private final AtomicReference<@Nullable CompletableFuture<FlushReport>> end = new AtomicReference<>();

    /**
     * Starts a publisher: what an earlier process has left in the outbox is sent at once.
     *
     * @param outbox keeps the events; closed with the publisher
     * @param options how they are sent
     * @param send sends some, returning at once
     * @param clock tells the time, and when to send
     */
    public OutboxPublisher(
            EventOutbox outbox,
            PublisherOptions options,
            Function<ReportEvent, CompletableFuture<?>> send,
            SdkClock clock) {
        this.outbox = outbox;
        this.whenFull = options.whenFull();
        this.clock = clock;
        lost = new LostEvents(options.onUndelivered());
        courier = new Courier(outbox, options, send, clock, lost, room);
        found = outbox.waiting();
        if (found > 0) {
            courier.hurry();
        }
    }

    @Override
    public void publish(UsageEvent event) {
        requireNonNull(event, "event");
        if (isClosed) {
            throw new IllegalStateException("the publisher is closed");
        }
        UsageEvent dated = event.timestamp().isPresent() ? event : event.at(clock.now());
        if (!outbox.add(dated)) {
            addSomehow(dated);
        }
        published.increment();
        courier.added();
    }

    private void addSomehow(UsageEvent event) {
        boolean isAdded = false;
        if (whenFull instanceof WhenFull.DropOldest) {
            isAdded = addInPlaceOfOthers(event);
        } else if (whenFull instanceof WhenFull.Block block) {
            courier.hurry();
            isAdded = room.wait(() -> outbox.add(event), block.patience());
        }
        if (!isAdded) {
            throw StiggOutboxException.full(
                    "there is no room for the event: " + outbox.waiting() + " wait in " + outbox);
        }
    }

    private boolean addInPlaceOfOthers(UsageEvent event) {
        boolean isAdded = false;
        while (!isAdded && outbox.dropOldest()) {
            lost.dropped();
            isAdded = outbox.add(event);
        }
        return isAdded;
    }

    @Override
    public FlushReport flush(Duration timeout) {
        requireTime(timeout);
        PendingFlush flush = courier.flush();
        try {
            flush.done().get(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            // What is left is told.
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a flush does not fail", impossible.getCause());
        }
        return new FlushReport(flush.left(), courier.lastFailure());
    }

    @Override
    public FlushReport close(Duration timeout) {
        requireTime(timeout);
        CompletableFuture<FlushReport> mine = new CompletableFuture<>();
        CompletableFuture<FlushReport> first = end.compareAndExchange(null, mine);
        if (first != null) {
            return first.join();
        }
        isClosed = true;
        FlushReport report = flush(timeout);
        courier.end();
        room.made();
        mine.complete(report);
        return report;
    }

    private static void requireTime(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout must not be negative: " + timeout);
        }
    }

    @Override
    public PublisherStatistics statistics() {
        return new PublisherStatistics(
                found + published.sum(),
                courier.counts().delivered(),
                courier.counts().retried(),
                courier.counts().refused(),
                lost.countDropped(),
                outbox.waiting(),
                courier.countInFlight(),
                oldest().map(instant -> age(instant, clock.now())));
    }

    private Optional<Instant> oldest() {
        return Stream.of(courier.oldestInFlight(), outbox.oldest().flatMap(UsageEvent::timestamp))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Clocks go back now and then. */
    private static Duration age(Instant then, Instant now) {
        return then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
    }
}
