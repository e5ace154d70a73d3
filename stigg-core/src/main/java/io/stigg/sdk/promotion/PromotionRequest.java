package io.stigg.sdk.promotion;

import io.stigg.sdk.StiggRequest;

/**
 * A request about features granted beside a subscription. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface PromotionRequest<R> extends StiggRequest<R>
        permits GrantPromotionalEntitlements,
                RevokePromotionalEntitlement,
                GrantPromotionalEntitlementsGroup,
                RevokePromotionalEntitlementsGroup,
                UnlinkPromotionalEntitlementsGroup {
    /**
     * Returns whose promotional entitlements it changes.
     *
     * @return the customer's id
     */
    String customerId();
}
