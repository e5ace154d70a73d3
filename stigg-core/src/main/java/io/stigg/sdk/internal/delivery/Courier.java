package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.internal.Pauses;
import io.stigg.sdk.internal.RequestSender;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.OutboxEntry;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.thread.IdleThread;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.UndeliveredEvent.Cause;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of an outbox to Stigg. Everything is done on one thread of its own, one thing at a time: what comes
 * from elsewhere (an answer, a timer, a wish) is queued for it. Publishers only look at {@link #mood}, to wake it.
 *
 * <p>A batch that Stigg refuses is halved until the event is found that it will not have. A batch that fails otherwise is
 * sent again, and nothing else is sent until a pause has passed. If it fails again and again by an answer of Stigg's, it is
 * halved too, for one event may be what makes Stigg fail; and such an event is given up when others get through.
 */
final class Courier {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.publisher");
    private static final long MOST_BYTES = 4_000_000;
    private static final int SUSPICIONS_TOGETHER = 3;
    private static final int SUSPICIONS_ALONE = 6;
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private enum Mood {
        /** There was nothing to do. */
        IDLE,
        /** A batch gathers, until it is full or has waited long enough. */
        GATHERING,
        /** At work, or waiting for an answer or the end of a pause: what is published now is seen afterwards. */
        BUSY
    }

    private final EventOutbox outbox;
    private final PublisherOptions options;
    private final Function<ReportEvent, CompletableFuture<?>> send;
    private final SdkClock clock;
    private final LostEvents lost;
    private final Room room;
    private final ThreadPoolExecutor thread;
    private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.IDLE);
    private final Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());

    // Written on the thread alone, read by whoever asks.
    private final Counts counts = new Counts();
    private volatile long inFlight;
    private volatile @Nullable Instant oldestInFlight;
    private volatile @Nullable StiggException lastFailure;

    // For the thread alone.
    private final Set<Batch> open = new LinkedHashSet<>();
    private final Deque<Batch> again = new ArrayDeque<>();
    private final List<Waiting> flushes = new ArrayList<>();
    private @Nullable Registration gathering;
    private @Nullable Registration pause;
    private int underWay;
    private long taken;
    private boolean isDue;
    private boolean hasEnded;

    Courier(
            EventOutbox outbox,
            PublisherOptions options,
            Function<ReportEvent, CompletableFuture<?>> send,
            SdkClock clock,
            LostEvents lost,
            Room room) {
        this.outbox = outbox;
        this.options = options;
        this.send = send;
        this.clock = clock;
        this.lost = lost;
        this.room = room;
        thread = IdleThread.named("stigg-publisher");
        // What comes after the end is of no use any more.
        thread.setRejectedExecutionHandler((work, ended) -> {});
    }

    /** On the path of {@code publish}: an event was added. */
    void added() {
        Mood seen = mood.get();
        boolean wakes = seen == Mood.IDLE || (seen == Mood.GATHERING && outbox.waiting() >= options.batchSize());
        if (wakes && mood.compareAndSet(seen, Mood.BUSY)) {
            queue(this::work);
        }
    }

    /** Somebody waits for room, so that there is no waiting for a full batch. */
    void hurry() {
        queue(this::sendWhatThereIs);
    }

    private void sendWhatThereIs() {
        isDue = true;
        work();
    }

    private void queue(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error defect) {
                LOG.log(Level.ERROR, "The publisher of events has a defect", defect);
            }
        });
    }

    private void work() {
        if (hasEnded) {
            return;
        }
        mood.set(Mood.BUSY);
        do {
            Batch batch = next();
            while (batch != null) {
                send(batch);
                batch = next();
            }
        } while (!rests());
        takeStock();
    }

    private boolean canSend() {
        return pause == null && underWay < options.concurrency();
    }

    private @Nullable Batch next() {
        if (!canSend()) {
            return null;
        }
        Batch repeated = again.poll();
        return repeated != null ? repeated : take();
    }

    private @Nullable Batch take() {
        boolean isWished = isDue || flushes.stream().anyMatch(flush -> taken < flush.target);
        if (!isWished && outbox.waiting() < options.batchSize()) {
            return null;
        }
        List<OutboxEntry> entries = outbox.take(options.batchSize(), MOST_BYTES);
        isDue = isDue && !entries.isEmpty() && outbox.waiting() > 0;
        if (entries.isEmpty()) {
            return null;
        }
        Batch batch = new Batch(entries, taken, counts.delivered());
        taken += batch.size();
        open.add(batch);
        room.made();
        return batch;
    }

    /** Goes to rest if there is nothing to do now; looks once more after it has said so, for who came meanwhile. */
    private boolean rests() {
        if (!canSend()) {
            return true;
        }
        long waiting = outbox.waiting();
        Mood next = waiting == 0 ? Mood.IDLE : Mood.GATHERING;
        if (waiting > 0 && gathering == null) {
            gathering = clock.schedule(options.linger(), () -> queue(this::gathered));
        }
        mood.set(next);
        boolean hasMore = next == Mood.IDLE ? outbox.waiting() > 0 : outbox.waiting() >= options.batchSize();
        return !hasMore || !mood.compareAndSet(next, Mood.BUSY);
    }

    private void gathered() {
        gathering = null;
        sendWhatThereIs();
    }

    private void send(Batch batch) {
        underWay++;
        if (batch.attempts() > 0) {
            counts.addRetried(batch.size());
        }
        send.apply(batch.attempt()).whenComplete((answer, failure) -> queue(() -> answered(batch, failure)));
    }

    private void answered(Batch batch, @Nullable Throwable failure) {
        underWay--;
        if (hasEnded) {
            return;
        }
        if (failure == null) {
            delivered(batch);
        } else {
            failed(batch, RequestSender.asStiggException(failure));
        }
        work();
    }

    private void delivered(Batch batch) {
        counts.addDelivered(batch.size());
        settled(batch);
        pauses.reset();
        if (lastFailure != null) {
            lastFailure = null;
            LOG.log(Level.INFO, "Events are delivered again");
        }
    }

    private void settled(Batch batch) {
        open.remove(batch);
        outbox.remove(batch.entries());
        room.made();
    }

    private void failed(Batch batch, StiggException failure) {
        boolean isToBlame = Faults.isOfWhatWasSent(failure) || seemsToBlame(batch, failure);
        if (isToBlame && batch.isSingle()) {
            counts.addRefused();
            settled(batch);
            lost.undelivered(batch.entries().get(0).event(), Cause.REFUSED, failure);
        } else if (isToBlame) {
            open.remove(batch);
            List<Batch> halves = batch.halves(counts.delivered()).toList();
            open.addAll(halves);
            again.addAll(halves);
        } else {
            again.add(batch);
            pause(failure);
        }
    }

    private boolean seemsToBlame(Batch batch, StiggException failure) {
        if (!Faults.mayBeOfWhatWasSent(failure)) {
            return false;
        }
        // What the network did to it does not count, however often that was.
        int times = batch.suspect();
        return batch.isSingle()
                ? times >= SUSPICIONS_ALONE && batch.wasOvertaken(counts.delivered())
                : times >= SUSPICIONS_TOGETHER;
    }

    private void pause(StiggException failure) {
        if (lastFailure == null) {
            LOG.log(
                    Level.WARNING,
                    () -> "Events cannot be delivered for now; they are kept, and sent until they are: "
                            + failure.getMessage());
        }
        lastFailure = failure;
        if (pause == null) {
            Duration length = pauses.next(false);
            pause = clock.schedule(Faults.lasts(failure) ? length.plus(LONG_PAUSE) : length, () -> queue(this::resume));
        }
    }

    private void resume() {
        endPause();
        work();
    }

    private void endPause() {
        if (pause != null) {
            pause.close();
            pause = null;
        }
    }

    PendingFlush flush() {
        PendingFlush flush = new PendingFlush(outbox.waiting() + inFlight);
        queue(() -> {
            flushes.add(new Waiting(flush, taken + outbox.waiting()));
            resume();
        });
        return flush;
    }

    private void takeStock() {
        inFlight = open.stream().mapToLong(Batch::size).sum();
        oldestInFlight = open.isEmpty()
                ? null
                : Collections.min(open.stream().map(Batch::oldest).toList());
        flushes.removeIf(waiting -> waiting.flush.isOver(leftOf(waiting.target)));
    }

    private long leftOf(long target) {
        long sent = open.stream()
                .filter(batch -> batch.wasTakenBefore(target))
                .mapToLong(Batch::size)
                .sum();
        // Some may have been dropped meanwhile.
        return sent + Math.max(0, Math.min(target - taken, outbox.waiting()));
    }

    /** Ends, for at most a second if the application's handler does not return. */
    void end() {
        queue(() -> {
            hasEnded = true;
            endPause();
            if (gathering != null) {
                gathering.close();
            }
            outbox.close().forEach(event -> lost.undelivered(event, Cause.CLOSED, lastFailure));
            thread.shutdown();
        });
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    Optional<StiggException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    Counts counts() {
        return counts;
    }

    long countInFlight() {
        return inFlight;
    }

    /** Returns when the oldest event happened that has been taken and not settled. */
    Optional<Instant> oldestInFlight() {
        return Optional.ofNullable(oldestInFlight);
    }

    /** A flush, and the number up to which events have to be taken and settled for it. */
    private record Waiting(PendingFlush flush, long target) {}
}
