package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The line between clients and Stigg: it can be cut, it can go silent, single requests can go wrong on it, and it keeps a
 * record of what was sent. Thread-safe; stages are completed without a lock.
 */
final class Line {
    private static final int MOST_KEPT = 10_000;

    private final Server server;
    private final SdkClock clock;
    private final FaultPlan faults = new FaultPlan();
    private final Deque<StiggRequest<?>> sent = new ArrayDeque<>();
    /** What waits for the end of a silence, and how to go on with it then. */
    private final Map<Call<?>, Runnable> held = new LinkedHashMap<>();
    /** What has been done, and is not answered yet. */
    private final Set<Call<?>> delayed = new LinkedHashSet<>();

    private LineState state = LineState.UP;
    private int sentCount;

    /**
     * Makes a line.
     *
     * @param server answers
     * @param clock the time of delays
     */
    Line(Server server, SdkClock clock) {
        this.server = server;
        this.clock = clock;
    }

    FaultPlan faults() {
        return faults;
    }

    /** Sends a request. The call is complete at once, unless the line is silent or slow. */
    <R> Call<R> send(StiggRequest<R> request, SdkClock clientClock) {
        Call<R> call = new Call<>(request, clientClock);
        Runnable service = () -> serve(call);
        LineState now;
        synchronized (this) {
            record(request);
            now = holdIfSilent(call, service);
        }
        settle(call, now, service);
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

    private LineState holdIfSilent(Call<?> call, Runnable goOn) {
        if (state == LineState.SILENT) {
            held.keySet().removeIf(Call::isDone);
            held.put(call, goOn);
        }
        return state;
    }

    private static void settle(Call<?> call, LineState as, Runnable goOn) {
        Optional<StiggException> failure = as.failure(call.operation());
        if (failure.isPresent()) {
            call.fail(failure.get());
        } else if (as == LineState.UP) {
            goOn.run();
        }
    }

    private void serve(Call<?> call) {
        if (call.isDone()) {
            return;
        }
        Runnable arrival =
                faults.next(call.request()).map(fault -> spoilt(call, fault)).orElseGet(() -> answered(call));
        Duration delay = faults.delayOf(call.request());
        if (delay.isZero()) {
            arrival.run();
        } else {
            delay(call, arrival, delay);
        }
    }

    private Runnable spoilt(Call<?> call, Fault fault) {
        if (fault.isServed()) {
            answered(call);
        }
        return () -> call.fail(fault.failure().copy());
    }

    /** Lets Stigg do its work, and returns how the client learns of it. */
    private <R> Runnable answered(Call<R> call) {
        try {
            R answer = server.answer(call.request(), call.clock().now());
            return () -> call.complete(answer);
        } catch (StiggException refusal) {
            return () -> call.fail(refusal);
        } catch (RuntimeException defect) {
            return () -> call.fail(new StiggProtocolException("the in-memory Stigg has a defect", "$", defect));
        }
    }

    private void delay(Call<?> call, Runnable arrival, Duration delay) {
        synchronized (this) {
            delayed.add(call);
        }
        clock.schedule(delay, () -> arrive(call, arrival));
    }

    private void arrive(Call<?> call, Runnable arrival) {
        LineState now;
        synchronized (this) {
            delayed.remove(call);
            now = holdIfSilent(call, arrival);
        }
        settle(call, now, arrival);
    }

    void become(LineState next) {
        Map<Call<?>, Runnable> settled = new LinkedHashMap<>();
        synchronized (this) {
            state = next;
            if (next != LineState.SILENT) {
                settled.putAll(held);
                held.clear();
            }
            if (next.isFailing()) {
                delayed.forEach(call -> settled.put(call, () -> {}));
                delayed.clear();
            }
        }
        settled.forEach((call, goOn) -> settle(call, next, goOn));
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
}
