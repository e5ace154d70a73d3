package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Denial;
import java.time.Instant;
import java.util.Optional;

/**
 * What Stigg states about a wallet of credits. Immutable.
 *
 * @param currency the currency
 * @param denial why it is withheld, empty when it is granted
 * @param usageLimit all credits granted
 * @param hasSoftLimit whether consumption may pass what was granted
 * @param usage what has been consumed
 * @param validUntil when Stigg is to be asked again, at the latest
 */
public record CreditFact(
        CreditCurrency currency,
        Optional<Denial> denial,
        double usageLimit,
        boolean hasSoftLimit,
        Usage usage,
        Optional<Instant> validUntil)
        implements EntitlementFact {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditFact {
        requireNonNull(currency, "currency");
        requireNonNull(denial, "denial");
        requireNonNull(usage, "usage");
        requireNonNull(validUntil, "validUntil");
    }

    /**
     * Returns the balance.
     *
     * @return credits granted less credits consumed
     */
    public double remaining() {
        return usageLimit - usage.currentUsage();
    }

    @Override
    public EntitlementRef ref() {
        return EntitlementRef.credit(currency.id());
    }

    @Override
    public CreditFact withUsage(Usage newUsage) {
        return new CreditFact(currency, denial, usageLimit, hasSoftLimit, newUsage, validUntil);
    }
}
