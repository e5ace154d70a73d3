package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Asks again, in the background, for what is used and has become old: each scope once, and a few at a time, so that
 * Stigg is not overrun when much becomes old at once. Thread-safe.
 */
final class Refreshes {
    private static final int AT_ONCE = 8;
    private static final int MOST = 100_000;

    private final SdkClock clock;
    private final BooleanSupplier isPointless;
    private final Function<CustomerScope, CompletionStage<?>> fetch;
    private final long spreadMillis;
    private final Set<CustomerScope> wanted = ConcurrentHashMap.newKeySet();
    private final Queue<CustomerScope> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param isPointless whether nothing can be fetched at the moment
     * @param fetch fetches a scope into the cache
     * @param spread over how much time what became old together is spread
     */
    Refreshes(
            SdkClock clock,
            BooleanSupplier isPointless,
            Function<CustomerScope, CompletionStage<?>> fetch,
            Duration spread) {
        this.clock = clock;
        this.isPointless = isPointless;
        this.fetch = fetch;
        this.spreadMillis = spread.toMillis();
    }

    /** Refreshes a scope as soon as it is its turn. */
    void soon(CustomerScope scope) {
        if (want(scope)) {
            due(scope);
        }
    }

    /** Refreshes a scope at a random moment, because many are in the same position, here and in other processes. */
    void sometimeSoon(CustomerScope scope) {
        if (want(scope)) {
            Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(spreadMillis + 1));
            clock.schedule(pause, () -> due(scope));
        }
    }

    private boolean want(CustomerScope scope) {
        return wanted.size() < MOST && wanted.add(scope);
    }

    private void due(CustomerScope scope) {
        due.add(scope);
        startWhatMay();
    }

    /** One thread at a time starts; whoever comes meanwhile makes it look again. */
    private void startWhatMay() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            startAll();
            seen = calls.addAndGet(-seen);
        } while (seen > 0);
    }

    private void startAll() {
        while (running.get() < AT_ONCE) {
            CustomerScope scope = due.poll();
            if (scope == null) {
                return;
            }
            running.incrementAndGet();
            start(scope);
        }
    }

    private void start(CustomerScope scope) {
        if (isPointless.getAsBoolean()) {
            done(scope);
        } else {
            fetch.apply(scope).whenComplete((fetched, failure) -> done(scope));
        }
    }

    private void done(CustomerScope scope) {
        wanted.remove(scope);
        running.decrementAndGet();
        startWhatMay();
    }
}
