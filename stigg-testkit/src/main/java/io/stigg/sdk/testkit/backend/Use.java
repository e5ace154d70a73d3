package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.testkit.backend.CreditAccount.Consumption;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import java.time.Instant;
import java.util.Optional;

/**
 * A feature that somebody has used.
 *
 * @param customer whose
 * @param scope whose, the customer's own or a resource's
 * @param feature the feature
 */
record Use(CustomerRecord customer, CustomerScope scope, CatalogFeature feature) {
    UsageLog log() {
        return customer.usage(scope, EntitlementRef.feature(feature.id()));
    }

    /**
     * Lets units cost what they cost; what is given back brings nothing in.
     *
     * @param cause the id of what told of them
     * @return how many credits they cost
     */
    double charge(double units, String cause, Instant now) {
        return feature.creditRate()
                .map(rate -> {
                    double credits = Math.max(0, units) * rate.amount();
                    new Wallet(customer, scope, rate.currencyId(), now)
                            .consume(new Consumption(Optional.of(feature.id()), cause, credits), now);
                    return credits;
                })
                .orElse(0.0);
    }
}
