package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How credits are bought by themselves when few are left. Immutable.
 *
 * @param customerId the customer's id
 * @param currencyId the currency's id
 * @param isEnabled whether it happens at all
 * @param thresholdType what the threshold counts
 * @param thresholdValue at how few it happens
 * @param targetBalance how many credits there are after it
 * @param maxSpendLimit how much may be spent on it in a month, in whole units of money, empty for any amount
 * @param grantExpirationPeriod how long the bought credits last
 * @param currentMonthlySpend how much has been spent on it this month, in whole units of money
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record AutomaticRechargeConfiguration(
        String customerId,
        String currencyId,
        boolean isEnabled,
        RechargeThresholdType thresholdType,
        double thresholdValue,
        double targetBalance,
        Optional<BigDecimal> maxSpendLimit,
        GrantExpirationPeriod grantExpirationPeriod,
        BigDecimal currentMonthlySpend,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public AutomaticRechargeConfiguration {
        requireNonNull(customerId, "customerId");
        requireNonNull(currencyId, "currencyId");
        requireNonNull(thresholdType, "thresholdType");
        requireNonNull(maxSpendLimit, "maxSpendLimit");
        requireNonNull(grantExpirationPeriod, "grantExpirationPeriod");
        requireNonNull(currentMonthlySpend, "currentMonthlySpend");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
    }
}
