package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What goes wrong next, by the class of requests; what is planned for a class goes before what is for all. Thread-safe. */
final class FaultPlan {
    /** Stands for requests of every class. */
    static final Class<?> ALL = StiggRequest.class;

    private final Map<Class<?>, Deque<Fault>> faults = new HashMap<>();
    private final Map<Class<?>, Duration> delays = new HashMap<>();

    synchronized void add(Class<?> type, int times, Fault fault) {
        faults.computeIfAbsent(type, known -> new ArrayDeque<>()).addAll(Collections.nCopies(times, fault));
    }

    synchronized void delay(Class<?> type, Duration delay) {
        delays.put(type, delay);
    }

    synchronized void clear(Class<?> type) {
        if (type == ALL) {
            faults.clear();
            delays.clear();
        }
        faults.remove(type);
        delays.remove(type);
    }

    /** Returns what goes wrong with a request that has reached Stigg; the same does not go wrong again. */
    synchronized Optional<Fault> next(StiggRequest<?> request) {
        return next(request.getClass()).or(() -> next(ALL));
    }

    private Optional<Fault> next(Class<?> type) {
        return Optional.ofNullable(faults.get(type)).map(Deque::poll);
    }

    /** Returns how long the answer to a request takes. */
    synchronized Duration delayOf(StiggRequest<?> request) {
        return delays.getOrDefault(request.getClass(), delays.getOrDefault(ALL, Duration.ZERO));
    }
}
