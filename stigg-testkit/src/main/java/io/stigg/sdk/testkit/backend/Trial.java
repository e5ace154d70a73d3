package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.TrialEndBehavior;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A trial that a subscription is in.
 *
 * @param end when it ends
 * @param behavior what becomes of the subscription then
 * @param budget what may be spent until then, empty for any amount
 */
record Trial(Instant end, TrialEndBehavior behavior, OptionalDouble budget) {
    boolean converts() {
        return behavior == TrialEndBehavior.CONVERT_TO_PAID;
    }

    Trial until(Instant otherEnd) {
        return new Trial(otherEnd, behavior, budget);
    }
}
