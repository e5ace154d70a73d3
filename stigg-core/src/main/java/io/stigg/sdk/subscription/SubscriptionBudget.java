package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;

/**
 * The most that a subscription may cost in a billing period. Immutable.
 *
 * @param limit the most, in whole units of the subscription's currency
 * @param hasSoftLimit whether it is only told, and not enforced
 */
public record SubscriptionBudget(double limit, boolean hasSoftLimit) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionBudget {
        Arguments.amount(limit, "limit");
    }
}
