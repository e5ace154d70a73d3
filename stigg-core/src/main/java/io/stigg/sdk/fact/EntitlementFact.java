package io.stigg.sdk.fact;

import io.stigg.sdk.entitlement.Denial;
import java.time.Instant;
import java.util.Optional;

/** What Stigg states about one entitlement; no verdict on any question yet. Immutable. */
public sealed interface EntitlementFact permits FeatureFact, CreditFact {
    /**
     * Returns what the entitlement is for.
     *
     * @return the feature or currency
     */
    EntitlementRef ref();

    /**
     * Returns why Stigg withholds it.
     *
     * @return the denial, empty when it is granted
     */
    Optional<Denial> denial();

    /**
     * Returns what has been used of it.
     *
     * @return the usage, {@link Usage#none()} where nothing is counted
     */
    Usage usage();

    /**
     * Returns when Stigg is to be asked again, at the latest.
     *
     * @return the instant, empty when it is valid until it changes
     */
    Optional<Instant> validUntil();

    /**
     * Returns the same fact with another usage.
     *
     * @param newUsage the usage
     * @return the changed fact
     */
    EntitlementFact withUsage(Usage newUsage);
}
