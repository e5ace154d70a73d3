package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stigg's acknowledgement of reported usage. Immutable.
 *
 * @param measurementId Stigg's id of the measurement
 * @param scope whose usage
 * @param featureId the feature's id
 * @param currentUsage the usage of the current period after the report, empty when Stigg does not say
 * @param usagePeriod the current period
 * @param timestamp when Stigg counted it, by Stigg's clock
 * @param credit the credits that the report cost, empty for a feature that costs none
 */
public record UsageAck(
        @ApiName("id") String measurementId,
        @ApiName("") CustomerScope scope,
        String featureId,
        OptionalDouble currentUsage,
        @ApiName("") UsagePeriod usagePeriod,
        Optional<Instant> timestamp,
        Optional<Credit> credit) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageAck {
        requireNonNull(measurementId, "measurementId");
        requireNonNull(scope, "scope");
        requireNonNull(featureId, "featureId");
        requireNonNull(currentUsage, "currentUsage");
        requireNonNull(usagePeriod, "usagePeriod");
        requireNonNull(timestamp, "timestamp");
        requireNonNull(credit, "credit");
    }

    /**
     * What a report did to a wallet of credits. Immutable.
     *
     * @param currencyId the currency's id
     * @param consumed credits that this report consumed, 0 for a report that was sent before
     * @param currentUsage all credits consumed so far
     * @param usagePeriodEnd when the current grants' period ends
     * @param timestamp when Stigg counted it, by Stigg's clock
     */
    public record Credit(
            String currencyId,
            double consumed,
            double currentUsage,
            Optional<Instant> usagePeriodEnd,
            Optional<Instant> timestamp) {}
}
