package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A wallet as Stigg takes it to be right after credits were consumed, before it has gone through its ledger. Immutable.
 *
 * @param currencyId the currency's id
 * @param currentUsage all credits consumed so far
 * @param usageLimit all credits granted so far
 * @param usagePeriodEnd when the current grants' period ends
 * @param timestamp as of when, by Stigg's clock
 */
public record OptimisticCreditBalance(
        String currencyId,
        double currentUsage,
        double usageLimit,
        Optional<Instant> usagePeriodEnd,
        Instant timestamp) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public OptimisticCreditBalance {
        requireNonNull(currencyId, "currencyId");
        requireNonNull(usagePeriodEnd, "usagePeriodEnd");
        requireNonNull(timestamp, "timestamp");
    }
}
