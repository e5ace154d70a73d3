package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.UndeliveredEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of events that will not be delivered: they are handed to the application, or else counted in the log. */
final class LostEvents {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.publisher");

    private final Optional<Consumer<UndeliveredEvent>> handler;
    private final LongAdder dropped = new LongAdder();
    private long undelivered;

    LostEvents(Optional<Consumer<UndeliveredEvent>> handler) {
        this.handler = handler;
    }

    /** For the courier's thread alone. */
    void undelivered(UsageEvent event, UndeliveredEvent.Cause cause, @Nullable StiggException reason) {
        UndeliveredEvent lost = new UndeliveredEvent(event, cause, Optional.ofNullable(reason));
        if (handler.isEmpty()) {
            logEverMoreSeldom("Events will not be delivered, up to now ", ++undelivered, reason);
            return;
        }
        try {
            handler.get().accept(lost);
        } catch (RuntimeException thrown) {
            LOG.log(Level.WARNING, "The handler of undelivered events failed", thrown);
        }
    }

    /** For any thread. */
    void dropped() {
        dropped.increment();
        logEverMoreSeldom("There is no room for all events; dropped up to now: ", dropped.sum(), null);
    }

    long countDropped() {
        return dropped.sum();
    }

    private static void logEverMoreSeldom(String text, long count, @Nullable StiggException reason) {
        if (Long.bitCount(count) == 1) {
            String why = reason == null ? "" : ": " + reason.getMessage();
            LOG.log(Level.WARNING, () -> text + count + why);
        }
    }
}
