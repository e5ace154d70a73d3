package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.ScheduledUpdate;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What becomes of a subscription at an instant that lies ahead, or when it is paid.
 *
 * @param at the instant
 * @param after what is subscribed to from then on
 * @param updates what is told of it
 */
record Scheduled(Instant at, Selection after, List<ScheduledUpdate> updates) {
    Scheduled migrate(UnaryOperator<Selection> migration) {
        return new Scheduled(at, migration.apply(after), updates);
    }

    /** Tells whether both are the same change; what it leads to may have gone over to another version since. */
    boolean isToldAs(Scheduled other) {
        return at.equals(other.at) && updates.equals(other.updates);
    }
}
