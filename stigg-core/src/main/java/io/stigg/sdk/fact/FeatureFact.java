package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What Stigg states about the entitlement to a feature. Immutable.
 *
 * @param feature the feature
 * @param denial why it is withheld, empty when it is granted
 * @param usageLimit the limit or the configured number, in the feature's units
 * @param isUnlimited whether there is no limit, whatever {@code usageLimit} says
 * @param hasSoftLimit whether usage may pass the limit
 * @param enumValues the allowed values
 * @param resetPeriod how often usage starts again from 0
 * @param usagePeriodAnchor the instant that the periods are counted from
 * @param usage what has been used
 * @param creditRate what one unit costs in credits
 * @param validUntil when Stigg is to be asked again, at the latest
 */
public record FeatureFact(
        Feature feature,
        Optional<Denial> denial,
        OptionalDouble usageLimit,
        boolean isUnlimited,
        boolean hasSoftLimit,
        List<String> enumValues,
        Optional<ResetPeriod> resetPeriod,
        Optional<Instant> usagePeriodAnchor,
        Usage usage,
        Optional<CreditRate> creditRate,
        Optional<Instant> validUntil)
        implements EntitlementFact {
    /**
     * Checks the members and copies the values.
     *
     * @throws NullPointerException if a member is null
     */
    public FeatureFact {
        requireNonNull(feature, "feature");
        requireNonNull(denial, "denial");
        requireNonNull(usageLimit, "usageLimit");
        requireNonNull(resetPeriod, "resetPeriod");
        requireNonNull(usagePeriodAnchor, "usagePeriodAnchor");
        requireNonNull(usage, "usage");
        requireNonNull(creditRate, "creditRate");
        requireNonNull(validUntil, "validUntil");
        enumValues = List.copyOf(enumValues);
    }

    /**
     * A granted feature with nothing else said of it.
     *
     * @param feature the feature
     * @return the fact
     */
    public static FeatureFact of(Feature feature) {
        return new FeatureFact(
                feature,
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Finds the usage period that an instant lies in, by how often usage is reset and the instant that the periods are
     * counted from. Everything is in UTC.
     *
     * @param instant the instant
     * @return the period, or none if usage is not reset or it cannot be known
     */
    public UsagePeriod usagePeriodAt(Instant instant) {
        return UsagePeriods.at(instant, resetPeriod, usagePeriodAnchor);
    }

    @Override
    public EntitlementRef ref() {
        return EntitlementRef.feature(feature.id());
    }

    @Override
    public FeatureFact withUsage(Usage newUsage) {
        return new FeatureFact(
                feature,
                denial,
                usageLimit,
                isUnlimited,
                hasSoftLimit,
                enumValues,
                resetPeriod,
                usagePeriodAnchor,
                newUsage,
                creditRate,
                validUntil);
    }
}
