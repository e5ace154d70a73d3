package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A feature that a subscription grants otherwise than its plan does, the older way to say it; {@link
 * SubscriptionEntitlement} says more. Immutable.
 *
 * @param featureId the feature's id
 * @param usage how much of it
 * @param description what it is for
 */
public record OlderSubscriptionEntitlement(
        String featureId, @ApiName("") UsageTerms usage, Optional<String> description) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public OlderSubscriptionEntitlement {
        Arguments.text(featureId, "featureId");
        requireNonNull(usage, "usage");
        requireNonNull(description, "description");
    }

    /**
     * Grants a feature.
     *
     * @param featureId the feature's id
     * @param usage how much of it
     * @return the entitlement
     * @throws IllegalArgumentException if the id is blank
     */
    public static OlderSubscriptionEntitlement of(String featureId, UsageTerms usage) {
        return new OlderSubscriptionEntitlement(featureId, usage, Optional.empty());
    }
}
