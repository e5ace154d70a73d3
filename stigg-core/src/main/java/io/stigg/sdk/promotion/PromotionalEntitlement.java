package io.stigg.sdk.promotion;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A feature that was granted to a customer beside its subscriptions. Immutable.
 *
 * @param status how it stands
 * @param feature the feature
 * @param usageLimit how much of it may be used, empty if that is not limited by a number
 * @param hasUnlimitedUsage whether there is no limit
 * @param hasSoftLimit whether use may go on beyond the limit
 * @param resetPeriod how often usage starts again
 * @param endDate when it ends, empty for never
 * @param isVisible whether the customer is shown it
 */
public record PromotionalEntitlement(
        PromotionalEntitlementStatus status,
        Feature feature,
        OptionalDouble usageLimit,
        boolean hasUnlimitedUsage,
        boolean hasSoftLimit,
        Optional<ResetPeriod.Unit> resetPeriod,
        Optional<Instant> endDate,
        boolean isVisible) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PromotionalEntitlement {
        requireNonNull(status, "status");
        requireNonNull(feature, "feature");
        requireNonNull(usageLimit, "usageLimit");
        requireNonNull(resetPeriod, "resetPeriod");
        requireNonNull(endDate, "endDate");
    }
}
