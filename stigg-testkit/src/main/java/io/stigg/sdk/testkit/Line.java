package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.backend.Environment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The line between clients and the environment: it can be cut, it can go silent, and it keeps a record of what was sent.
 * Thread-safe; stages are completed without a lock.
 */
final class Line {
    private static final int MOST_KEPT = 10_000;

    private final Environment environment;
    private final Deque<StiggRequest<?>> sent = new ArrayDeque<>();
    private final List<Call<?>> waiting = new ArrayList<>();
    private LineState state = LineState.UP;
    private int sentCount;

    Line(Environment environment) {
        this.environment = environment;
    }

    /** Sends a request. The call is complete at once, unless the line is silent. */
    <R> Call<R> send(StiggRequest<R> request, SdkClock clock) {
        Call<R> call = new Call<>(request, clock, new CompletableFuture<>());
        LineState now;
        synchronized (this) {
            record(request);
            now = state;
            if (now == LineState.SILENT) {
                waiting.removeIf(other -> other.answer.isDone());
                waiting.add(call);
            }
        }
        settle(call, now);
        return call;
    }

    /** Keeps the latest alone, so that a server that runs for long does not fill up. */
    private void record(StiggRequest<?> request) {
        sentCount++;
        sent.addLast(request);
        if (sent.size() > MOST_KEPT) {
            sent.removeFirst();
        }
    }

    private <R> void settle(Call<R> call, LineState as) {
        Optional<StiggException> failure = as.failure(call.operation());
        if (failure.isPresent()) {
            call.fail(failure.get());
        } else if (as == LineState.UP) {
            answer(call);
        }
    }

    private <R> void answer(Call<R> call) {
        if (call.answer.isDone()) {
            return;
        }
        try {
            call.answer.complete(environment.answer(call.request, call.clock.now()));
        } catch (StiggException refusal) {
            call.fail(refusal);
        } catch (RuntimeException defect) {
            call.fail(new StiggProtocolException("the in-memory Stigg has a defect", "$", defect));
        }
    }

    void become(LineState next) {
        List<Call<?>> settled = List.of();
        synchronized (this) {
            state = next;
            if (next != LineState.SILENT) {
                settled = List.copyOf(waiting);
                waiting.clear();
            }
        }
        settled.forEach(call -> settle(call, next));
    }

    synchronized List<StiggRequest<?>> sent() {
        return List.copyOf(sent);
    }

    synchronized int sentCount() {
        return sentCount;
    }

    synchronized void clearSent() {
        sentCount = 0;
        sent.clear();
    }

    /** A request under way. */
    record Call<R>(StiggRequest<R> request, SdkClock clock, CompletableFuture<R> answer) {
        String operation() {
            return request.getClass().getSimpleName();
        }

        void fail(StiggException failure) {
            answer.completeExceptionally(failure);
        }
    }
}
