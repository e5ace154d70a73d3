package io.stigg.sdk.internal.delivery;

import static io.stigg.sdk.internal.delivery.ScriptedStigg.refusal;
import static io.stigg.sdk.internal.delivery.ScriptedStigg.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.ManualClock;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.FlushReport;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.UndeliveredEvent;
import io.stigg.sdk.usage.publisher.UndeliveredEvent.Cause;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A publisher of events")
class PublisherTest {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");
    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final ScriptedStigg stigg = new ScriptedStigg();
    private final List<UndeliveredEvent> undelivered = new CopyOnWriteArrayList<>();
    private PublisherOptions options =
            PublisherOptions.defaults().withBatchSize(4).withLinger(LINGER).onUndelivered(undelivered::add);
    private EventOutbox outbox = MemoryOutbox.ofEvents(100).open(clock);
    private OutboxPublisher publisher = open();

    private OutboxPublisher open() {
        return new OutboxPublisher(outbox, options, stigg::send, clock);
    }

    private void reopen(PublisherOptions changed, int room) {
        publisher.close(Duration.ZERO);
        options = changed;
        outbox = MemoryOutbox.ofEvents(room).open(clock);
        publisher = open();
    }

    @AfterEach
    void close() {
        stigg.release();
        publisher.close(Duration.ZERO);
    }

    private static UsageEvent event(String name, int number) {
        return UsageEvent.of("cust-1", name).withIdempotencyKey(name + "-" + number);
    }

    private void publish(int count) {
        IntStream.range(0, count).forEach(number -> publisher.publish(event("call", number)));
    }

    private void untilSent(int batches) {
        await().until(() -> stigg.sent.size() >= batches);
    }

    private void untilRefused(long events) {
        await().until(() -> publisher.statistics().refused() == events);
    }

    /** Nothing gathers where a batch is one event, so the only timer is that of a pause. */
    private void untilItPauses() {
        await().until(() -> clock.waiting() == 1);
    }

    /** Lets pauses pass, one after the other, until something is so. */
    private void asTimeGoesBy(Callable<Boolean> happens) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return happens.call();
        });
    }

    @Nested
    @DisplayName("gathers batches")
    class Gathering {
        @Test
        @DisplayName("that are sent when they are full, without waiting")
        void full() {
            publish(8);

            untilSent(2);
            assertThat(stigg.batchSizes()).containsExactly(4, 4);
        }

        @Test
        @DisplayName("that are sent when the first event has waited long enough")
        void late() {
            publish(3);
            await().until(() -> clock.waiting() == 1);

            clock.advance(LINGER.minusMillis(1));
            assertThat(stigg.sent).isEmpty();
            clock.advance(Duration.ofMillis(1));

            untilSent(1);
            assertThat(stigg.batchSizes()).containsExactly(3);
        }

        @Test
        @DisplayName("in the order in which events were published")
        void order() {
            publish(4);

            untilSent(1);
            assertThat(stigg.acceptedKeys()).containsExactly("call-0", "call-1", "call-2", "call-3");
        }

        @Test
        @DisplayName("of at most four megabytes")
        void large() {
            String text = "x".repeat(900_000);
            reopen(options.withBatchSize(10), 100);

            IntStream.range(0, 10)
                    .forEach(number -> publisher.publish(event("call", number).withDimension("text", text)));

            assertThat(publisher.flush(LONG).isComplete()).isTrue();
            assertThat(stigg.batchSizes()).containsExactly(4, 4, 2);
        }

        @Test
        @DisplayName("of which no more are under way than are allowed")
        void concurrency() {
            stigg.hold();

            publish(16);

            await().until(() -> stigg.held() == 2);
            assertThat(publisher.statistics().inFlight()).isEqualTo(8);
            assertThat(publisher.statistics().waiting()).isEqualTo(8);
            stigg.release();
            untilSent(4);
        }
    }

    @Test
    @DisplayName("dates an event when it accepts it, and leaves the time of others alone")
    void dates() {
        Instant before = NOW.minusSeconds(60);
        publisher.publish(event("call", 0));
        publisher.publish(event("call", 1).at(before));

        publisher.flush(LONG);

        assertThat(stigg.accepted)
                .extracting(UsageEvent::timestamp)
                .containsExactly(Optional.of(NOW), Optional.of(before));
    }

    @Nested
    @DisplayName("when Stigg cannot be reached")
    class Outage {
        @Test
        @DisplayName("keeps what it has, and sends it with the same key and time until Stigg has it")
        void untilItIsBack() {
            stigg.script = batch -> Optional.of(unreachable());
            publish(4);
            untilSent(1);
            asTimeGoesBy(() -> stigg.sent.size() >= 5);

            stigg.script = batch -> Optional.empty();
            asTimeGoesBy(() -> publisher.statistics().delivered() == 4);

            assertThat(stigg.sent).allSatisfy(batch -> assertThat(batch).isEqualTo(stigg.sent.get(0)));
            assertThat(publisher.statistics().retried()).isEqualTo(4L * (stigg.sent.size() - 1));
            assertThat(undelivered).isEmpty();
        }

        @Test
        @DisplayName("sends nothing else before a pause has passed")
        void pause() {
            reopen(options.withBatchSize(1), 100);
            stigg.script = batch -> Optional.of(unreachable());
            publish(1);
            untilItPauses();

            publish(4);

            assertThat(publisher.statistics().waiting()).isEqualTo(4);
            assertThat(stigg.sent).hasSize(1);
        }

        @ParameterizedTest
        @DisplayName("or throttles, refuses the key, forbids it, fails or makes no sense, loses nothing")
        @ValueSource(strings = {"RateLimitExceeded", "Unauthenticated", "IdentityForbidden", "500", "403", "nonsense"})
        void nothingIsLost(String fault) {
            stigg.script = batch -> Optional.of(failure(fault));
            publish(4);
            untilSent(1);
            asTimeGoesBy(() -> stigg.sent.size() >= 3);

            stigg.script = batch -> Optional.empty();
            asTimeGoesBy(() -> publisher.statistics().delivered() == 4);

            assertThat(publisher.statistics().refused()).isZero();
        }

        private StiggException failure(String fault) {
            return switch (fault) {
                case "500", "403" -> refusal(Integer.parseInt(fault), "Whatever");
                case "nonsense" -> new StiggProtocolException("what is this", "$", null);
                default -> refusal(200, fault);
            };
        }
    }

    @Nested
    @DisplayName("when Stigg will not have an event")
    class Poison {
        private final StiggException bad = refusal(200, ErrorCode.BAD_USER_INPUT.name());

        @Test
        @DisplayName("finds it among the others, delivers those, and hands it over with the reason")
        void isolated() {
            reopen(options.withBatchSize(100), 1000);
            stigg.refuse("bad", bad);
            publish(57);
            publisher.publish(event("bad", 0));
            publish(42);

            untilRefused(1);

            FlushReport report = publisher.flush(LONG);
            assertThat(report.isComplete()).isTrue();
            assertThat(stigg.accepted).hasSize(99);
            assertThat(undelivered).singleElement().satisfies(lost -> {
                assertThat(lost.event().idempotencyKey()).isEqualTo("bad-0");
                assertThat(lost.cause()).isEqualTo(Cause.REFUSED);
                assertThat(lost.reason()).contains(bad);
            });
        }

        @Test
        @DisplayName("goes on if the handler of such events fails")
        void handlerFails() {
            reopen(
                    options.onUndelivered(lost -> {
                        throw new IllegalStateException("handler");
                    }),
                    100);
            stigg.refuse("bad", bad);
            publisher.publish(event("bad", 0));
            publish(3);

            assertThat(publisher.flush(LONG).isComplete()).isTrue();
            assertThat(stigg.accepted).hasSize(3);
        }

        @Test
        @DisplayName("gives up one that makes Stigg fail again and again, while others get through")
        void failsOverIt() {
            stigg.refuse("bad", refusal(500, "UnexpectedError"));
            publish(2);
            publisher.publish(event("bad", 0));
            publish(1);
            untilSent(1);

            asTimeGoesBy(() -> {
                publish(4);
                return publisher.statistics().refused() == 1;
            });

            assertThat(undelivered)
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.reason()).get().isInstanceOf(StiggApiException.class));
            asTimeGoesBy(() ->
                    publisher.statistics().waiting() + publisher.statistics().inFlight() == 0);
            assertThat(publisher.statistics().delivered())
                    .isEqualTo(publisher.statistics().accepted() - 1);
        }

        @Test
        @DisplayName(
                "does not blame one for what the network did to it, however often, if Stigg's answer makes no sense then")
        void isNotToBlame() {
            reopen(options.withBatchSize(1), 1000);
            Queue<StiggException> failures = new ConcurrentLinkedQueue<>(Collections.nCopies(7, unreachable()));
            failures.add(new StiggProtocolException("the answer is cut off", "$", null));
            stigg.script = batch -> batch.events().get(0).eventName().equals("unlucky")
                    ? Optional.ofNullable(failures.poll())
                    : Optional.empty();
            publisher.publish(event("unlucky", 0));

            asTimeGoesBy(() -> {
                publish(1);
                return failures.isEmpty();
            });
            asTimeGoesBy(() ->
                    publisher.statistics().waiting() + publisher.statistics().inFlight() == 0);

            assertThat(undelivered).isEmpty();
            assertThat(publisher.statistics().refused()).isZero();
        }
    }

    @Nested
    @DisplayName("that has no room")
    class Full {
        @Test
        @DisplayName("refuses an event, which stays with the caller")
        void refuse() {
            stigg.hold();
            reopen(options.withConcurrency(1), 4);
            publish(4);
            await().until(() -> stigg.held() == 1);
            publish(4);

            assertThatThrownBy(() -> publish(1)).isInstanceOfSatisfying(StiggOutboxException.class, full -> {
                assertThat(full.isFull()).isTrue();
                assertThat(full).hasMessageContaining("no room").hasMessageContaining("4 wait");
            });
            assertThat(publisher.statistics().accepted()).isEqualTo(8);
        }

        @Test
        @DisplayName("waits for room if it is told to")
        void block() {
            stigg.hold();
            reopen(options.withConcurrency(1).withWhenFull(WhenFull.block(LONG)), 4);
            publish(4);
            await().until(() -> stigg.held() == 1);
            publish(4);

            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> publisher.publish(event("late", 0)));
            assertThat(waiting).isNotDone();
            stigg.release();

            assertThat(waiting).succeedsWithin(LONG);
            publisher.flush(LONG);
            assertThat(stigg.acceptedKeys()).hasSize(9).contains("late-0");
        }

        @Test
        @DisplayName("sends what it has, however little that is, while somebody waits for room")
        void blockedByFew() {
            reopen(options.withWhenFull(WhenFull.block(LONG)), 2);

            publish(3);

            assertThat(publisher.statistics().accepted()).isEqualTo(3);
        }

        @Test
        @DisplayName("waits for ever if it is told to")
        void blockForEver() {
            reopen(options.withWhenFull(WhenFull.block(FOR_EVER)), 2);

            publish(3);

            assertThat(publisher.flush(FOR_EVER).isComplete()).isTrue();
        }

        @Test
        @DisplayName("waits no longer than it is told to")
        void blockTooLong() {
            stigg.hold();
            reopen(options.withConcurrency(1).withWhenFull(WhenFull.block(Duration.ofMillis(20))), 4);
            publish(4);
            await().until(() -> stigg.held() == 1);
            publish(4);

            assertThatThrownBy(() -> publish(1)).isInstanceOf(StiggOutboxException.class);
        }

        @Test
        @DisplayName("does not wait if the thread is interrupted, and leaves it so")
        void interrupted() throws InterruptedException {
            stigg.hold();
            reopen(options.withConcurrency(1).withWhenFull(WhenFull.block(LONG)), 4);
            publish(4);
            await().until(() -> stigg.held() == 1);
            publish(4);
            CompletableFuture<Boolean> stayed = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    publish(1);
                } catch (StiggOutboxException full) {
                    stayed.complete(Thread.currentThread().isInterrupted());
                }
            });

            thread.start();
            thread.join();

            assertThat(stayed).isCompletedWithValue(true);
        }

        @Test
        @DisplayName("drops the oldest that wait if it is told to, and counts them")
        void drop() {
            stigg.hold();
            reopen(options.withConcurrency(1).withWhenFull(WhenFull.dropOldest()), 4);
            publish(4);
            await().until(() -> stigg.held() == 1);

            IntStream.range(10, 17).forEach(number -> publisher.publish(event("call", number)));
            stigg.release();
            publisher.flush(LONG);

            assertThat(publisher.statistics().dropped()).isEqualTo(3);
            assertThat(stigg.acceptedKeys())
                    .containsExactly(
                            "call-0", "call-1", "call-2", "call-3", "call-13", "call-14", "call-15", "call-16");
        }
    }

    @Nested
    @DisplayName("that is flushed")
    class Flush {
        @Test
        @DisplayName("sends what there is at once, and tells that nothing is left")
        void all() {
            publish(6);

            FlushReport report = publisher.flush(LONG);

            assertThat(report).isEqualTo(new FlushReport(0, Optional.empty()));
            assertThat(stigg.accepted).hasSize(6);
        }

        @Test
        @DisplayName("tries once more in the middle of a pause")
        void duringPause() {
            reopen(options.withBatchSize(1), 100);
            stigg.script = batch -> Optional.of(unreachable());
            publish(1);
            untilItPauses();
            stigg.script = batch -> Optional.empty();

            assertThat(publisher.flush(LONG).isComplete()).isTrue();
        }

        @Test
        @DisplayName("tells what is left when time is up, and why")
        void left() {
            stigg.script = batch -> Optional.of(unreachable());
            publish(6);

            FlushReport report = publisher.flush(Duration.ofMillis(200));

            assertThat(report.left()).isEqualTo(6);
            assertThat(report.isComplete()).isFalse();
            assertThat(report.reason())
                    .get()
                    .satisfies(reason -> assertThat(reason).hasMessage("there is no way"));
        }

        @Test
        @DisplayName("waits for what was published before, and for nothing that comes later")
        void laterOnes() {
            stigg.hold();
            publish(5);
            CompletableFuture<FlushReport> flush = CompletableFuture.supplyAsync(() -> publisher.flush(LONG));
            await().until(() -> stigg.held() == 2);

            stigg.refuse("late", unreachable());
            IntStream.range(0, 4).forEach(number -> publisher.publish(event("late", number)));
            stigg.release();

            assertThat(flush)
                    .succeedsWithin(LONG)
                    .satisfies(report -> assertThat(report.isComplete()).isTrue());
        }

        @Test
        @DisplayName("has nothing to do when nothing was published")
        void nothing() {
            assertThat(publisher.flush(LONG)).isEqualTo(new FlushReport(0, Optional.empty()));
            assertThat(stigg.sent).isEmpty();
        }

        @Test
        @DisplayName("refuses a time that cannot be meant")
        void negative() {
            assertThatThrownBy(() -> publisher.flush(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("timeout");
        }
    }

    @Nested
    @DisplayName("that is closed")
    class Closing {
        @Test
        @DisplayName("delivers what it has accepted, and accepts no more")
        void delivers() {
            publish(6);

            FlushReport report = publisher.close(LONG);

            assertThat(report.isComplete()).isTrue();
            assertThat(stigg.accepted).hasSize(6);
            assertThatThrownBy(() -> publish(1)).isInstanceOf(IllegalStateException.class);
            assertThat(publisher.close(LONG)).isEqualTo(report);
        }

        @Test
        @DisplayName("hands back what it could not deliver, in order, with the reason")
        void handsBack() {
            stigg.script = batch -> Optional.of(unreachable());
            publish(6);

            FlushReport report = publisher.close(Duration.ofMillis(200));

            assertThat(report.left()).isEqualTo(6);
            assertThat(undelivered).hasSize(6).allSatisfy(lost -> {
                assertThat(lost.cause()).isEqualTo(Cause.CLOSED);
                assertThat(lost.reason()).isPresent();
                assertThat(lost.event().timestamp()).contains(NOW);
            });
            assertThat(undelivered.stream().map(lost -> lost.event().idempotencyKey()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("hands back what Stigg has not answered")
        void unanswered() {
            stigg.hold();
            publish(4);
            await().until(() -> stigg.held() == 1);

            publisher.close(Duration.ofMillis(20));

            assertThat(undelivered).hasSize(4);
        }

        @Test
        @DisplayName("leaves no timer and no thread")
        void leavesNothing() {
            stigg.script = batch -> Optional.of(unreachable());
            publish(3);

            publisher.close(Duration.ofMillis(20));

            assertThat(clock.waiting()).isZero();
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("stigg-publisher")));
        }

        @Test
        @DisplayName(
                "loses nothing that is published at the same time: it is accepted and comes through, or is handed back")
        void race() {
            reopen(options.withBatchSize(10), 100_000);
            List<String> accepted = new CopyOnWriteArrayList<>();
            List<CompletableFuture<Void>> publishers = IntStream.range(0, 2)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> publishUntilClosed(thread, accepted)))
                    .toList();
            await().until(() -> stigg.accepted.size() > 100);

            publisher.close(Duration.ofMillis(5));
            publishers.forEach(CompletableFuture::join);

            List<String> found = new ArrayList<>(stigg.acceptedKeys());
            undelivered.forEach(lost -> found.add(lost.event().idempotencyKey()));
            assertThat(found).containsAll(accepted);
        }

        private void publishUntilClosed(int thread, List<String> accepted) {
            for (int number = 0; number < 5_000; number++) {
                UsageEvent event = event("thread-" + thread, number);
                try {
                    publisher.publish(event);
                } catch (IllegalStateException | StiggOutboxException closed) {
                    return;
                }
                accepted.add(event.idempotencyKey());
            }
        }
    }

    @Test
    @DisplayName("counts what becomes of events, and how far behind Stigg is")
    void statistics() {
        stigg.hold();
        publisher.publish(event("call", 0).at(NOW.minusSeconds(90)));
        publish(5);
        await().until(() -> stigg.held() == 1);

        clock.advance(Duration.ofSeconds(10));

        assertThat(publisher.statistics().accepted()).isEqualTo(6);
        assertThat(publisher.statistics().oldestAge()).contains(Duration.ofSeconds(100));
        stigg.release();
        publisher.flush(LONG);
        assertThat(publisher.statistics().oldestAge()).isEmpty();
        assertThat(publisher.statistics().delivered()).isEqualTo(6);
    }

    @Test
    @DisplayName("sends what an earlier process has left in the outbox at once")
    void recovered() {
        EventOutbox left = MemoryOutbox.ofEvents(10).open(clock);
        left.add(event("old", 0).at(NOW));

        OutboxPublisher next = new OutboxPublisher(left, options, stigg::send, clock);

        untilSent(1);
        await().until(() -> next.statistics().delivered() == 1);
        assertThat(next.statistics().accepted()).isEqualTo(1);
        next.close(LONG);
    }

    @Test
    @DisplayName("loses nothing and sends nothing twice without need, whoever publishes")
    void manyThreads() {
        reopen(options.withBatchSize(100), 1_000_000);

        List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> IntStream.range(0, 10_000)
                        .forEach(number -> publisher.publish(event("thread-" + thread, number)))))
                .toList();
        threads.forEach(CompletableFuture::join);

        assertThat(publisher.flush(LONG).isComplete()).isTrue();
        assertThat(stigg.acceptedKeys()).hasSize(40_000).doesNotHaveDuplicates();
    }
}
