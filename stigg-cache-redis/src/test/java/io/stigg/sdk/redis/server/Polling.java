package io.stigg.sdk.redis.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what only the server knows: asks again and again, and gives up in the end. */
final class Polling {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Polling() {}

    /**
     * Returns as soon as the condition holds. A condition that throws does not hold yet: a server that starts refuses
     * connections and commands.
     *
     * @throws IllegalStateException if it does not hold in time; the message has the details
     */
    static void until(String awaited, Supplier<String> details, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        RuntimeException last = null;
        while (System.nanoTime() - deadline < 0) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
                last = null;
            } catch (RedisUnavailable | RedisErrorReply e) {
                last = e;
            }
            pause();
        }
        throw inVain(awaited, details.get(), last);
    }

    private static IllegalStateException inVain(String awaited, String details, @Nullable RuntimeException last) {
        String message = "waited " + PATIENCE.toSeconds() + " s in vain until " + awaited + "\n" + details;
        return new IllegalStateException(message, last);
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Redis", e);
        }
    }
}
