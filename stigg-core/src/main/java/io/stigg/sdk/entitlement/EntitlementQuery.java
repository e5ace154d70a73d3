package io.stigg.sdk.entitlement;

import java.util.Optional;

/** A question that a check answers. Immutable. */
public sealed interface EntitlementQuery
        permits BooleanQuery, NumericQuery, MeteredQuery, EnumQuery, CreditQuery, FeatureQuery {
    /**
     * Returns whose entitlement is asked for.
     *
     * @return the customer, or a resource of it
     */
    CustomerScope scope();

    /**
     * Returns the answer for when Stigg cannot be asked and nothing is known.
     *
     * @return the answer, empty to take the configured one
     */
    Optional<FixedAnswer> fallback();
}
