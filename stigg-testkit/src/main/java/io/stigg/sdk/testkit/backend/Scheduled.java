package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of a subscription at an instant that lies ahead.
 *
 * @param at the instant
 * @param after what is subscribed to from then on
 * @param updates what is told of it
 */
record Scheduled(Instant at, Selection after, List<ScheduledUpdate> updates) {
    Scheduled with(PlanLineage version) {
        return after.with(version)
                .map(changed -> new Scheduled(at, changed, updates))
                .orElse(this);
    }
}
