package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** Writes to Redis so that the newest wins. Thread-safe; what it returns fails if Redis cannot do it. */
interface SharedWrites {
    /** Source: so often Node tries again when another process has locked a customer. */
    int MOST_RETRIES = 10;

    /** Writes a set, and the usage that belongs to it, each unless something newer is there. */
    CompletionStage<Write.Outcome> write(Write write);

    /** Writes usage if its scope is held and nothing newer is there. */
    CompletionStage<?> applyUsage(UsageReading reading);

    /** Source: the purge of Node leaves usage where it is; a resource without its customer's set counts as missing. */
    CompletionStage<?> remove(CustomerScope scope);

    /** Source: Node waits for 100 to 300 milliseconds between two tries. */
    static CompletableFuture<Boolean> pause(SdkClock clock) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        clock.schedule(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, 300)), () -> over.complete(true));
        return over;
    }
}
