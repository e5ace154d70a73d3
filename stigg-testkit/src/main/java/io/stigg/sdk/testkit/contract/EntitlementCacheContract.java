package io.stigg.sdk.testkit.contract;

/** What every {@link io.stigg.sdk.port.EntitlementCache} has to do. */
public abstract class EntitlementCacheContract {
    /** For subclasses. */
    protected EntitlementCacheContract() {}
}
