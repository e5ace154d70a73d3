package io.stigg.sdk.promotion;

import java.util.List;

/**
 * Features granted to customers beside their subscriptions. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; what was asked for may have been done then.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Promotions {
    /**
     * Sends any request of this kind.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(PromotionRequest<R> request);

    /**
     * Grants features. What was granted before of the same features is replaced.
     *
     * @param request the customer and the features
     * @return what was granted
     */
    default List<PromotionalEntitlement> grant(GrantPromotionalEntitlements request) {
        return send(request);
    }

    /**
     * Takes back a feature that was granted.
     *
     * @param request the customer and the feature
     * @return what was taken back
     */
    default RevokedPromotionalEntitlement revoke(RevokePromotionalEntitlement request) {
        return send(request);
    }

    /**
     * Grants all features of a group.
     *
     * @param request the customer, the group and the features
     * @return what of the group the customer has been granted
     */
    default List<PromotionalEntitlement> grantGroup(GrantPromotionalEntitlementsGroup request) {
        return send(request);
    }

    /**
     * Takes back the features of a group that was granted.
     *
     * @param request the customer and the group
     * @return what was taken back
     */
    default List<PromotionalEntitlement> revokeGroup(RevokePromotionalEntitlementsGroup request) {
        return send(request);
    }

    /**
     * Takes a group away and leaves its features as they are, granted one by one.
     *
     * @param request the customer and the group
     * @return what the group held, and the customer keeps
     */
    default List<PromotionalEntitlement> unlinkGroup(UnlinkPromotionalEntitlementsGroup request) {
        return send(request);
    }
}
