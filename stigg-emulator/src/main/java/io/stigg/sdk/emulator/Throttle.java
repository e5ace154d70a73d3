package io.stigg.sdk.emulator;

import io.stigg.sdk.emulator.RateLimits.Limit;
import io.stigg.sdk.error.ErrorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what each API key calls, and says when it is too much. Thread-safe. */
final class Throttle {
    private static final String EDGE = "edge";

    private final RateLimits limits;
    private final Supplier<Instant> now;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** @param now tells Stigg's time */
    Throttle(RateLimits limits, Supplier<Instant> now) {
        this.limits = limits;
        this.now = now;
    }

    /** Counts that a file of the edge is read, and tells whether it may be. */
    boolean admitsToEdge(Optional<String> key) {
        return limits.edge().map(limit -> admits(EDGE, key, limit)).orElse(true);
    }

    /** Returns what a caller may still ask of GraphQL. Those without a key share one quota. */
    Quota quota(Optional<String> key) {
        return field -> {
            Limit limit = limits.roots().get(field);
            if (limit != null && !admits(field, key, limit)) {
                throw Refusal.of(ErrorCode.RATE_LIMIT_EXCEEDED, "Too many requests: " + field);
            }
        };
    }

    private boolean admits(String what, Optional<String> key, Limit limit) {
        return windows.computeIfAbsent(what + " " + key.orElse(""), counted -> new Window())
                .admits(limit, now.get());
    }

    /** A stretch of time that begins with the first call in it. */
    private static final class Window {
        private Instant start = Instant.MIN;
        private int calls;

        synchronized boolean admits(Limit limit, Instant time) {
            if (time.isBefore(start) || !time.minus(limit.window()).isBefore(start)) {
                start = time;
                calls = 0;
            }
            if (calls == limit.calls()) {
                return false;
            }
            calls++;
            return true;
        }
    }
}
