package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.catalog.CreditCadence;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * Credits that a subscription grants otherwise than its plan does, or beside it. Immutable.
 *
 * @param customCurrencyId the id of the custom currency
 * @param amount how many credits each time
 * @param cadence how often they are granted
 * @param hasSoftLimit whether running out of them is only told, and not enforced
 */
@ApiName("credit")
public record SubscriptionCreditEntitlement(
        String customCurrencyId, double amount, CreditCadence cadence, Optional<Boolean> hasSoftLimit)
        implements SubscriptionEntitlement {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionCreditEntitlement {
        Arguments.text(customCurrencyId, "customCurrencyId");
        Arguments.amount(amount, "amount");
        Arguments.known(cadence, "cadence");
        requireNonNull(hasSoftLimit, "hasSoftLimit");
    }
}
