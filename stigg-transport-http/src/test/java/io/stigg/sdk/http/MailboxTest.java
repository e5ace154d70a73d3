package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A mailbox")
@Timeout(30)
class MailboxTest {
    private final List<String> done = new ArrayList<>();

    @RepeatedTest(20)
    @DisplayName("runs what many put in, each one's in order and one at a time, and loses nothing")
    void runsEverything() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Mailbox mailbox = new Mailbox(threads);
            Queue<Integer> order = new ConcurrentLinkedQueue<>();
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger overlaps = new AtomicInteger();
            CountDownLatch all = new CountDownLatch(4 * 500);
            for (int putter = 0; putter < 4; putter++) {
                int first = putter * 1_000;
                threads.execute(() -> {
                    for (int i = 0; i < 500; i++) {
                        int number = first + i;
                        Runnable task = () -> {
                            overlaps.addAndGet(inside.getAndIncrement());
                            order.add(number);
                            inside.decrementAndGet();
                            all.countDown();
                        };
                        if (i % 7 == 0) {
                            mailbox.putAndWork(task);
                        } else {
                            mailbox.put(task);
                        }
                    }
                });
            }

            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(overlaps).hasValue(0);
            for (int putter = 0; putter < 4; putter++) {
                int first = putter * 1_000;
                assertThat(order.stream().filter(number -> number / 1_000 * 1_000 == first))
                        .hasSize(500)
                        .isSorted();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("runs what a task puts in after the task, on the same thread")
    void runsWhatATaskPutsIn() {
        Deque<Runnable> lent = new ArrayDeque<>();
        Mailbox mailbox = new Mailbox(lent::add);
        mailbox.put(() -> {
            mailbox.putAndWork(() -> done.add("within"));
            done.add("first");
        });
        assertThat(done).isEmpty();

        lent.remove().run();

        assertThat(done).containsExactly("first", "within");
    }

    @Test
    @DisplayName("works on the thread at hand when it gets no other, whatever the reason")
    void worksWithoutThreads() {
        new Mailbox(task -> {
                    throw new RejectedExecutionException("on purpose");
                })
                .put(() -> done.add("refused"));
        new Mailbox(task -> {
                    throw new OutOfMemoryError("no threads, on purpose");
                })
                .put(() -> done.add("out of threads"));

        assertThat(done).containsExactly("refused", "out of threads");
    }
}
