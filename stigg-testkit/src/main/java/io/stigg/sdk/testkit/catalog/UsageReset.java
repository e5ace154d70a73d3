package io.stigg.sdk.testkit.catalog;

/** What becomes of counted usage when a subscription takes the place of another one. Levels such as seats always go on. */
public enum UsageReset {
    /** It starts again from 0. */
    ALWAYS,
    /** It goes on. */
    NEVER,
    /** It starts again if billing periods are counted anew, which they are unless both begin at the same time. */
    WHEN_BILLING_PERIOD_CHANGES
}
