package io.stigg.sdk.entitlement;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer for a feature whose usage is counted. Immutable.
 *
 * <p>Units: limit and usage count the feature's own units.
 *
 * @param featureId the feature's id
 * @param feature the feature, empty when nothing is known of it
 * @param denial why access was denied, empty when there is access
 * @param basis what the answer rests on
 * @param usageLimit the limit, empty when there is none or it is unlimited
 * @param isUnlimited whether there is no limit
 * @param hasSoftLimit whether usage may pass the limit
 * @param currentUsage the usage of the current period, 0 once a period has ended
 * @param requestedUsage what the check asked for, 0 if nothing
 * @param resetPeriod how often usage starts again from 0, empty when it never does
 * @param usagePeriodAnchor the instant that the periods are counted from
 * @param usagePeriod the current period
 */
public record MeteredEntitlement(
        String featureId,
        Optional<Feature> feature,
        Optional<Denial> denial,
        AnswerBasis basis,
        OptionalDouble usageLimit,
        boolean isUnlimited,
        boolean hasSoftLimit,
        double currentUsage,
        double requestedUsage,
        Optional<ResetPeriod> resetPeriod,
        Optional<Instant> usagePeriodAnchor,
        UsagePeriod usagePeriod)
        implements FeatureEntitlement {
    /**
     * Returns how much is left under the limit.
     *
     * @return the limit less the current usage and never negative, or empty when there is no limit
     */
    public OptionalDouble remaining() {
        return isUnlimited || usageLimit.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, usageLimit.getAsDouble() - currentUsage));
    }
}
