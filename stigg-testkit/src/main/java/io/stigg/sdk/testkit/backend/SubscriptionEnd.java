package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.EndReason;
import java.time.Instant;

/**
 * The end of a subscription.
 *
 * @param at when it ended
 * @param reason why
 */
record SubscriptionEnd(Instant at, EndReason reason) {
    /** What comes to its end by itself expires, the rest is cancelled. */
    Status status() {
        return reason == EndReason.TRIAL_ENDED || reason == EndReason.EXPIRED ? Status.EXPIRED : Status.CANCELED;
    }

    /** Tells whether the customer has left, and was not only led to another subscription. */
    boolean isDeparture() {
        return switch (reason) {
            case IMMEDIATE, SCHEDULED_CANCELLATION, TRIAL_ENDED, EXPIRED -> true;
            case UPGRADE_OR_DOWNGRADE,
                    TRIAL_CONVERTED,
                    CUSTOMER_ARCHIVED,
                    PENDING_PAYMENT_EXPIRED,
                    AUTO_CANCELLATION_RULE -> false;
        };
    }
}
