package io.stigg.sdk.internal.delivery;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggBulkException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.internal.RequestSender;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Any number of things on their way to Stigg, in chunks of what it takes at once, a few at a time. A chunk that is refused
 * is halved until it is known which thing Stigg will not have; what fails otherwise ends it, for the rest would fail likewise.
 * Thread-safe; nothing waits, and the lock is never held while something is sent.
 *
 * @param <T> what is sent
 * @param <A> what Stigg answers to each
 */
public final class ChunkedSend<T, A> {
    private static final int CONCURRENCY = 2;
    private static final long MOST_BYTES = 4_000_000;

    private final List<T> things;
    private final Function<List<T>, CompletableFuture<List<A>>> send;
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private final Map<Integer, A> answers = new TreeMap<>();
    private final Map<Integer, StiggException> failures = new TreeMap<>();
    private final CompletableFuture<List<A>> result = new CompletableFuture<>();
    private int underWay;

    /**
     * Divides things into chunks.
     *
     * @param things what is to be sent
     * @param most how many go into a chunk
     * @param size how many bytes each takes; of several, no more go together than are sent well
     * @param send sends a chunk; what it yields has an answer to each thing, or none at all
     */
    public ChunkedSend(
            List<T> things, int most, ToIntFunction<T> size, Function<List<T>, CompletableFuture<List<A>>> send) {
        this.things = things;
        this.send = send;
        divide(most, size);
    }

    private void divide(int most, ToIntFunction<T> size) {
        int start = 0;
        long bytes = 0;
        for (int index = 0; index < things.size(); index++) {
            int next = size.applyAsInt(things.get(index));
            if (index - start == most || (index > start && bytes + next > MOST_BYTES)) {
                waiting.add(new Chunk(start, index));
                start = index;
                bytes = 0;
            }
            bytes += next;
        }
        waiting.add(new Chunk(start, things.size()));
    }

    /**
     * Sends everything.
     *
     * @return the answers in order, to come; failed with a {@link StiggBulkException} if not everything was accepted, or
     *     with an {@link IllegalStateException} if the client is closed
     */
    public CompletableFuture<List<A>> start() {
        if (things.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        for (int worker = 0; worker < CONCURRENCY; worker++) {
            work();
        }
        return result;
    }

    private void work() {
        for (Chunk chunk = next(); chunk != null; chunk = next()) {
            Chunk sent = chunk;
            CompletableFuture<List<A>> answer = send.apply(things.subList(chunk.start, chunk.end));
            if (!answer.isDone()) {
                answer.whenComplete((found, failure) -> {
                    settle(sent, found, failure);
                    work();
                });
                return;
            }
            // Not as above, or each chunk that is answered at once would take a bit of the stack.
            answer.whenComplete((found, failure) -> settle(sent, found, failure));
        }
    }

    private synchronized @Nullable Chunk next() {
        Chunk chunk = waiting.poll();
        if (chunk != null) {
            underWay++;
        }
        return chunk;
    }

    private void settle(Chunk chunk, @Nullable List<A> found, @Nullable Throwable failure) {
        if (failure == null) {
            finish(() -> keep(chunk, requireNonNull(found)));
        } else if (RequestSender.cause(failure) instanceof IllegalStateException closed) {
            result.completeExceptionally(closed);
        } else {
            StiggException reason = RequestSender.asStiggException(failure);
            finish(() -> failed(chunk, reason));
        }
    }

    private void finish(Runnable conclusion) {
        boolean isOver;
        synchronized (this) {
            conclusion.run();
            underWay--;
            isOver = waiting.isEmpty() && underWay == 0;
        }
        if (isOver) {
            end();
        }
    }

    private void keep(Chunk chunk, List<A> found) {
        for (int index = 0; index < found.size(); index++) {
            answers.put(chunk.start + index, found.get(index));
        }
    }

    private void failed(Chunk chunk, StiggException reason) {
        if (!Faults.isOfWhatWasSent(reason)) {
            giveUp(chunk, reason);
            waiting.forEach(rest -> giveUp(rest, reason));
            waiting.clear();
        } else if (chunk.size() == 1) {
            failures.put(chunk.start, reason);
        } else {
            int middle = chunk.start + chunk.size() / 2;
            waiting.addFirst(new Chunk(middle, chunk.end));
            waiting.addFirst(new Chunk(chunk.start, middle));
        }
    }

    private void giveUp(Chunk chunk, StiggException reason) {
        for (int index = chunk.start; index < chunk.end; index++) {
            failures.put(index, reason);
        }
    }

    private void end() {
        if (failures.isEmpty()) {
            result.complete(List.copyOf(answers.values()));
        } else {
            result.completeExceptionally(new StiggBulkException(things, failures));
        }
    }

    private record Chunk(int start, int end) {
        int size() {
            return end - start;
        }
    }
}
