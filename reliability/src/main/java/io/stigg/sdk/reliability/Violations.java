package io.stigg.sdk.reliability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises that were not kept: the first hundred, and how many there were. Thread-safe. */
final class Violations {
    private static final int MOST = 100;

    private final List<String> first = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    void add(String violation) {
        if (count.incrementAndGet() <= MOST) {
            first.add(violation);
        }
    }

    int count() {
        return count.get();
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
