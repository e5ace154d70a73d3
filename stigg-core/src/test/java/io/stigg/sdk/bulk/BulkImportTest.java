package io.stigg.sdk.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.error.StiggApiException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An import in bulk")
class BulkImportTest {
    private static final long PATIENCE_SECONDS = 20;

    private static List<Integer> rows(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static StiggApiException refused() {
        return StiggApiException.of("Import", 0, List.of());
    }

    /** Refuses the chunks that have one of some rows. */
    private static Consumer<List<Integer>> refusing(Integer... rows) {
        return chunk -> {
            if (!Collections.disjoint(chunk, List.of(rows))) {
                throw refused();
            }
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("nobody else came", e);
        }
    }

    @Nested
    @DisplayName("sends its rows")
    class Sending {
        @Test
        @DisplayName("100 at a time, each once")
        void defaultChunks() {
            ConcurrentLinkedQueue<List<Integer>> sent = new ConcurrentLinkedQueue<>();

            BulkResult<Integer> result = BulkImport.defaults().run(rows(250), sent::add);

            assertThat(sent).extracting(List::size).containsExactlyInAnyOrder(100, 100, 50);
            assertThat(sent).flatExtracting(chunk -> chunk).containsExactlyInAnyOrderElementsOf(rows(250));
            assertThat(result).isEqualTo(new BulkResult<>(250, List.of()));
            assertThat(result.isComplete()).isTrue();
            assertThat(result.accepted()).isEqualTo(250);
        }

        @Test
        @DisplayName("in chunks of another size, in order if one is sent at a time")
        void ownChunks() {
            List<List<Integer>> sent = Collections.synchronizedList(new ArrayList<>());

            BulkImport.defaults().withChunkSize(2).withConcurrency(1).run(rows(5), sent::add);

            assertThat(sent).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
        }

        @Test
        @DisplayName("not at all if there are none, and tells nobody")
        void nothing() {
            List<Object> heard = Collections.synchronizedList(new ArrayList<>());

            BulkResult<Integer> result =
                    BulkImport.defaults().onProgress(heard::add).run(List.<Integer>of(), heard::add);

            assertThat(result).isEqualTo(new BulkResult<>(0, List.of()));
            assertThat(heard).isEmpty();
        }

        @Test
        @DisplayName("with as many chunks under way as it may have, and no more")
        void concurrency() {
            CyclicBarrier three = new CyclicBarrier(3);
            AtomicInteger underWay = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();

            BulkResult<Integer> result = BulkImport.defaults()
                    .withChunkSize(1)
                    .withConcurrency(3)
                    .run(rows(9), chunk -> {
                        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        meet(three);
                        underWay.decrementAndGet();
                    });

            assertThat(result.isComplete()).isTrue();
            assertThat(most).hasValue(3);
        }

        @Test
        @DisplayName("on threads that end before it returns")
        void threads() {
            ConcurrentLinkedQueue<Thread> used = new ConcurrentLinkedQueue<>();

            BulkImport.defaults().withChunkSize(1).run(rows(20), chunk -> used.add(Thread.currentThread()));

            assertThat(used).hasSize(20).doesNotContain(Thread.currentThread()).noneMatch(Thread::isAlive);
        }
    }

    @Nested
    @DisplayName("of which a chunk fails")
    class Failing {
        @Test
        @DisplayName("sends the others, and hands back the rows of that one with the error")
        void handedBack() {
            BulkResult<Integer> result = BulkImport.defaults().withChunkSize(2).run(rows(7), refusing(2, 6));

            assertThat(result.failedRows()).containsExactly(2, 3, 6);
            assertThat(result.failed()).extracting(FailedRow::index).containsExactly(2, 3, 6);
            assertThat(result.failed()).extracting(FailedRow::error).hasOnlyElementsOfType(StiggApiException.class);
            assertThat(result.accepted()).isEqualTo(4);
            assertThat(result.isComplete()).isFalse();
        }

        @Test
        @DisplayName("can be completed with the rows that failed")
        void again() {
            BulkImport options = BulkImport.defaults().withChunkSize(2);
            BulkResult<Integer> first = options.run(rows(7), refusing(2));

            BulkResult<Integer> second = options.run(first.failedRows(), chunk -> {});

            assertThat(second.total()).isEqualTo(2);
            assertThat(second.isComplete()).isTrue();
        }
    }

    @Nested
    @DisplayName("tells its progress")
    class Telling {
        @Test
        @DisplayName("after each chunk, with counts that only grow")
        void counts() {
            List<BulkProgress> told = Collections.synchronizedList(new ArrayList<>());

            BulkImport.defaults()
                    .withChunkSize(10)
                    .withConcurrency(4)
                    .onProgress(told::add)
                    .run(rows(95), refusing(15));

            assertThat(told).extracting(BulkProgress::done).isSorted().hasSize(10);
            assertThat(told).extracting(BulkProgress::failed).isSorted();
            assertThat(told).last().isEqualTo(new BulkProgress(95, 10, 95));
            assertThat(told).filteredOn(BulkProgress::isFinished).hasSize(1);
        }

        @Test
        @DisplayName("also to a listener that throws, and goes on")
        void throwing() {
            AtomicInteger calls = new AtomicInteger();

            BulkResult<Integer> result = BulkImport.defaults()
                    .withChunkSize(1)
                    .onProgress(progress -> {
                        calls.incrementAndGet();
                        throw new IllegalStateException("no");
                    })
                    .run(rows(3), chunk -> {});

            assertThat(result.isComplete()).isTrue();
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    @DisplayName("that is interrupted hands back what was not sent, and keeps the interrupt")
    void interrupted() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<BulkResult<Integer>> task = new FutureTask<>(() -> {
            BulkResult<Integer> result = BulkImport.defaults()
                    .withChunkSize(1)
                    .withConcurrency(1)
                    .run(rows(3), chunk -> {
                        begun.countDown();
                        awaitInterrupt();
                    });
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return result;
        });
        Thread caller = new Thread(task);
        caller.start();
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        BulkResult<Integer> result = task.get();
        assertThat(result.failedRows()).containsExactly(0, 1, 2);
        assertThat(result.failed().get(0).error()).hasMessage("interrupted");
        assertThat(result.failed().subList(1, 3))
                .extracting(FailedRow::error)
                .hasOnlyElementsOfType(CancellationException.class);
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    @DisplayName("that breaks down by an error that nobody recovers from says so")
    void broken() {
        assertThatThrownBy(() -> BulkImport.defaults().run(rows(1), chunk -> {
                    throw new StackOverflowError();
                }))
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Nested
    @DisplayName("refuses options that cannot be meant:")
    class Options {
        @Test
        @DisplayName("chunks without rows")
        void chunkSize() {
            assertThatThrownBy(() -> BulkImport.defaults().withChunkSize(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("chunkSize");
        }

        @Test
        @DisplayName("no chunk at a time")
        void concurrency() {
            assertThatThrownBy(() -> BulkImport.defaults().withConcurrency(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("concurrency");
        }

        @Test
        @DisplayName("a blank integration")
        void integration() {
            assertThat(BulkImport.defaults().withIntegration("i").integrationId())
                    .isEqualTo(Optional.of("i"));
            assertThatThrownBy(() -> BulkImport.defaults().withIntegration(" "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("integrationId");
        }
    }
}
