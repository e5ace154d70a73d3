package io.stigg.sdk.subscription;

/**
 * What becomes of the customer's access when a subscription is cancelled. Immutable.
 */
public enum CancellationAction {
    /** What the product is set to: access ends, or the customer falls back to a free plan. */
    DEFAULT,
    /** Access ends. */
    REVOKE_ENTITLEMENTS,
    /** One that this SDK does not know. */
    UNKNOWN
}
