package io.stigg.sdk.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers what was received: the number of all, and the latest themselves. Thread-safe. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<ReceivedRequest> latest = new ArrayDeque<>();
    private int count;

    synchronized void add(ReceivedRequest request) {
        if (latest.size() == KEPT) {
            latest.removeFirst();
        }
        latest.addLast(request);
        count++;
    }

    synchronized int count() {
        return count;
    }

    synchronized List<ReceivedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized void clear() {
        latest.clear();
        count = 0;
    }
}
