package io.stigg.sdk.entitlement;

import java.time.Instant;
import java.util.Optional;

/**
 * The answer for a wallet of credits. Immutable.
 *
 * <p>Units: amounts are whole credits of the currency and may have a fraction.
 *
 * @param currencyId the currency's id
 * @param currency the currency, empty when nothing is known of it
 * @param denial why access was denied, empty when there is access
 * @param basis what the answer rests on
 * @param usageLimit all credits granted
 * @param currentUsage all credits consumed
 * @param requestedUsage what the check asked for, 0 if nothing
 * @param hasSoftLimit whether consumption may pass what was granted
 * @param usagePeriodEnd when the current grants' period ends
 */
public record CreditEntitlement(
        String currencyId,
        Optional<CreditCurrency> currency,
        Optional<Denial> denial,
        AnswerBasis basis,
        double usageLimit,
        double currentUsage,
        double requestedUsage,
        boolean hasSoftLimit,
        Optional<Instant> usagePeriodEnd)
        implements Entitlement {
    /**
     * Returns the balance.
     *
     * @return credits granted less credits consumed; negative when overdrawn
     */
    public double remaining() {
        return usageLimit - currentUsage;
    }
}
