package io.stigg.sdk;

import io.stigg.sdk.event.CacheMissed;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.FallbackServed;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.UsageUpdated;

/**
 * Is told what happens in a client. Every method does nothing by default, so that new ones can come.
 *
 * <p>Threads: called on a thread of the client's own, one call at a time, in order. A listener that throws is logged and
 * called again for the next event. One that blocks delays nobody but itself; what no longer fits into its bounded queue
 * meanwhile is dropped, logged, and told of by {@link #onEventsMissed}.
 */
public interface StiggListener {
    /**
     * The client's status changed.
     *
     * @param status the new status
     */
    default void onStatusChanged(StiggStatus status) {}

    /**
     * A check found nothing usable in the cache and asked Stigg.
     *
     * @param event what was looked for
     */
    default void onCacheMiss(CacheMissed event) {}

    /**
     * Entitlements changed: of any customer of the environment if Stigg told, of a customer who is cached if the client
     * found it out when it asked again in the background. Not called for what this client has changed itself.
     *
     * @param event whose, and what they are now
     */
    default void onEntitlementsUpdated(EntitlementsUpdated event) {}

    /**
     * Stigg told that usage changed, of any customer of the environment.
     *
     * @param event whose, and what has been used
     */
    default void onUsageUpdated(UsageUpdated event) {}

    /**
     * A new version of a plan or an add-on was published.
     *
     * @param event which, and whom it concerns
     */
    default void onPackagePublished(PackagePublished event) {}

    /**
     * A check could not be answered from what Stigg says.
     *
     * @param event what was asked, and why there was no answer
     */
    default void onFallback(FallbackServed event) {}

    /**
     * This listener was too slow, so that events were dropped.
     *
     * @param count how many were dropped since the last event before this one
     */
    default void onEventsMissed(long count) {}
}
