package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.Optional;

/** A feature granted to a customer beside its subscriptions, from an instant on and perhaps up to another. */
record Promotion(Grant grant, Instant start, Optional<Instant> end) {
    boolean isLive(Instant now) {
        return end.isEmpty() || end.get().isAfter(now);
    }
}
