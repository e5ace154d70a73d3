package io.stigg.sdk.testkit;

/** Why a subscription has ended, by Stigg's own names. */
public enum EndReason {
    /** Another subscription to the product took its place. */
    UPGRADE_OR_DOWNGRADE,
    /** It was cancelled at once. */
    IMMEDIATE,
    /** It was to be cancelled then. */
    SCHEDULED_CANCELLATION,
    /** Its trial ended. */
    TRIAL_ENDED,
    /** It was a trial of a plan that was then subscribed to. */
    TRIAL_CONVERTED,
    /** It was for a time. */
    EXPIRED,
    /** Its customer was archived. */
    CUSTOMER_ARCHIVED,
    /** Nobody paid for it in time. */
    PENDING_PAYMENT_EXPIRED,
    /** It went with a subscription to another product. */
    AUTO_CANCELLATION_RULE
}
