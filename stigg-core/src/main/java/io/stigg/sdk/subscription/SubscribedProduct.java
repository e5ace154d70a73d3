package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * The product of a subscribed plan. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param downgradePlanId the id of the plan to which a subscription falls back when it is cancelled
 * @param downgradePlanName the name of that plan
 */
public record SubscribedProduct(
        @ApiName("refId") String id,
        Optional<String> displayName,
        @ApiName("downgradePlan.refId") Optional<String> downgradePlanId,
        @ApiName("downgradePlan.displayName") Optional<String> downgradePlanName) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscribedProduct {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(downgradePlanId, "downgradePlanId");
        requireNonNull(downgradePlanName, "downgradePlanName");
    }
}
