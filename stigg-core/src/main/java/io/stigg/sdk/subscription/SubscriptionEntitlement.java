package io.stigg.sdk.subscription;

import io.stigg.sdk.catalog.CreditCadence;
import java.util.List;
import java.util.Optional;

/** What one subscription grants otherwise than its plan does, or beside it. Immutable. */
public sealed interface SubscriptionEntitlement permits SubscriptionFeatureEntitlement, SubscriptionCreditEntitlement {
    /**
     * Grants a feature.
     *
     * @param featureId the feature's id
     * @param usage how much of it
     * @return the entitlement
     * @throws IllegalArgumentException if the id is blank
     */
    static SubscriptionEntitlement feature(String featureId, UsageTerms usage) {
        return new SubscriptionFeatureEntitlement(featureId, usage, List.of(), Optional.empty());
    }

    /**
     * Grants values of a feature that is a choice.
     *
     * @param featureId the feature's id
     * @param values the values
     * @return the entitlement
     * @throws IllegalArgumentException if the id is blank
     */
    static SubscriptionEntitlement values(String featureId, List<String> values) {
        return new SubscriptionFeatureEntitlement(featureId, UsageTerms.none(), values, Optional.empty());
    }

    /**
     * Grants credits.
     *
     * @param currencyId the id of the custom currency
     * @param amount how many credits each time
     * @param cadence how often they are granted
     * @return the entitlement
     * @throws IllegalArgumentException if the id is blank, the amount negative or the cadence not known
     */
    static SubscriptionEntitlement credits(String currencyId, double amount, CreditCadence cadence) {
        return new SubscriptionCreditEntitlement(currencyId, amount, cadence, Optional.empty());
    }
}
