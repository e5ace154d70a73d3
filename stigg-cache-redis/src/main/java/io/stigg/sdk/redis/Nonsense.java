package io.stigg.sdk.redis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Reports what makes no sense in Redis: the first time at once, later ever more rarely. Thread-safe. */
@Singleton
final class Nonsense {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.redis");

    private final AtomicLong times = new AtomicLong();

    @Inject
    Nonsense() {}

    /** Something makes no sense. Values are not told: they are customers' data. */
    void found(String where, RuntimeException why) {
        long now = times.incrementAndGet();
        if (Long.bitCount(now) == 1) {
            LOG.log(
                    Level.WARNING,
                    "What Redis holds at " + where + " makes no sense, and will be fetched anew: " + why.getMessage()
                            + (now == 1 ? "" : "; this is number " + now));
        }
    }
}
