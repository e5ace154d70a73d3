package io.stigg.sdk.bulk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One import on its way. Its workers take one chunk after the other until none is left. */
final class BulkRun<T> {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.bulk");

    private final BulkImport options;
    private final List<T> rows;
    private final Consumer<List<T>> send;
    private final AtomicInteger nextChunk = new AtomicInteger();
    private final Object lock = new Object();
    private final List<FailedRow<T>> failed = new ArrayList<>();
    private int done;
    private volatile boolean isInterrupted;

    BulkRun(BulkImport options, List<T> rows, Consumer<List<T>> send) {
        this.options = options;
        this.rows = rows;
        this.send = send;
    }

    BulkResult<T> toEnd() {
        if (!rows.isEmpty()) {
            sendAll();
            giveUpRest();
        }
        synchronized (lock) {
            failed.sort(Comparator.comparingInt(FailedRow::index));
            return new BulkResult<>(rows.size(), failed);
        }
    }

    private int chunks() {
        return (rows.size() - 1) / options.chunkSize() + 1;
    }

    private void sendAll() {
        int workers = Math.min(options.concurrency(), chunks());
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(workers, daemons(threads));
        try {
            Callable<@Nullable Void> worker = this::work;
            for (Future<?> end : pool.invokeAll(Collections.nCopies(workers, worker))) {
                end.get();
            }
        } catch (InterruptedException interrupted) {
            isInterrupted = true;
            Thread.currentThread().interrupt();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the import broke down", broken.getCause());
        } finally {
            pool.shutdownNow();
            threads.forEach(BulkRun::join);
        }
    }

    private static ThreadFactory daemons(Queue<Thread> made) {
        return work -> {
            Thread thread = new Thread(work, "stigg-bulk-" + (made.size() + 1));
            thread.setDaemon(true);
            made.add(thread);
            return thread;
        };
    }

    private @Nullable Void work() {
        while (!isInterrupted && !Thread.currentThread().isInterrupted()) {
            int chunk = nextChunk.getAndIncrement();
            if (chunk >= chunks()) {
                return null;
            }
            int start = chunk * options.chunkSize();
            sendChunk(start, Math.min(start + options.chunkSize(), rows.size()));
        }
        return null;
    }

    private void sendChunk(int start, int end) {
        try {
            send.accept(rows.subList(start, end));
            finish(start, end, null);
        } catch (RuntimeException error) {
            finish(start, end, error);
        }
    }

    /** The listener is told under the lock, so that the counts it sees only grow. */
    private void finish(int start, int end, @Nullable RuntimeException error) {
        synchronized (lock) {
            done += end - start;
            if (error != null) {
                for (int index = start; index < end; index++) {
                    failed.add(new FailedRow<>(index, rows.get(index), error));
                }
            }
            tell(new BulkProgress(done, failed.size(), rows.size()));
        }
    }

    private void tell(BulkProgress progress) {
        try {
            options.listener().accept(progress);
        } catch (RuntimeException thrown) {
            LOG.log(Level.WARNING, "A listener to the progress of an import failed", thrown);
        }
    }

    private void giveUpRest() {
        int taken = Math.min(nextChunk.get(), chunks());
        int start = Math.min(taken * options.chunkSize(), rows.size());
        if (start < rows.size()) {
            finish(start, rows.size(), new CancellationException("the import was interrupted before this was sent"));
        }
    }

    /** Whoever interrupts the wait is heard once it is over: the thread is on its way out. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
