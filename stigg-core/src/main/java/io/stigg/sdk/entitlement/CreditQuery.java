package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The question whether a wallet of credits has enough left. Immutable.
 *
 * @param scope whose entitlement
 * @param currencyId the currency's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 * @param requestedUsage how much more is wanted, 0 if nothing
 */
public record CreditQuery(CustomerScope scope, String currencyId, Optional<FixedAnswer> fallback, double requestedUsage)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank or a number is negative
     */
    public CreditQuery {
        requireNonNull(scope, "scope");
        Ids.requireId(currencyId, "currencyId");
        requireNonNull(fallback, "fallback");
        Amounts.requireAmount(requestedUsage, "requestedUsage");
    }

    /**
     * Asks at the level of the customer, with nothing requested.
     *
     * @param customerId the customer's id
     * @param currencyId the currency's id
     * @return the query
     * @throws IllegalArgumentException if an id is blank
     */
    public static CreditQuery of(String customerId, String currencyId) {
        return new CreditQuery(CustomerScope.of(customerId), currencyId, Optional.empty(), 0);
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public CreditQuery forResource(String resourceId) {
        return new CreditQuery(scope.resource(resourceId), currencyId, fallback, requestedUsage);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public CreditQuery withFallback(FixedAnswer answer) {
        return new CreditQuery(scope, currencyId, Optional.of(answer), requestedUsage);
    }

    /**
     * Asks for that much on top of the current usage.
     *
     * @param usage how much, 0 or more, in credits
     * @return the changed query
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public CreditQuery requesting(double usage) {
        return new CreditQuery(scope, currencyId, fallback, usage);
    }
}
