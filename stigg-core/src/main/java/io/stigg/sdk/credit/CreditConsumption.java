package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * Stigg's acknowledgement of consumed credits. Immutable.
 *
 * @param scope whose credits
 * @param currencyId the currency's id
 * @param amount how many credits were consumed
 * @param timestamp when Stigg counted them, by Stigg's clock
 * @param credit the wallet afterwards, empty when Stigg does not say
 */
public record CreditConsumption(
        @ApiName("") CustomerScope scope,
        String currencyId,
        double amount,
        Instant timestamp,
        Optional<OptimisticCreditBalance> credit) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditConsumption {
        requireNonNull(scope, "scope");
        requireNonNull(currencyId, "currencyId");
        requireNonNull(timestamp, "timestamp");
        requireNonNull(credit, "credit");
    }
}
