package io.stigg.sdk.redis.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

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
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(INTERVAL)
                    .ignoreExceptionsMatching(e -> e instanceof RedisUnavailable || e instanceof RedisErrorReply)
                    .until(condition::getAsBoolean);
        } catch (ConditionTimeoutException inVain) {
            String message = "waited " + PATIENCE.toSeconds() + " s in vain until " + awaited + "\n" + details.get();
            throw new IllegalStateException(message, inVain);
        }
    }
}
