package io.stigg.sdk.fact;

import io.stigg.sdk.event.PackagePublished;

/**
 * What Stigg tells by itself: the new entitlements of a customer or resource, news of its usage, that what is known of it
 * no longer holds, or that a plan or add-on was published.
 */
public sealed interface Update permits EntitlementSnapshot, EntitlementsInvalidated, PackagePublished, UsageReading {}
