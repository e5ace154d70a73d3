/**
 * Subscriptions: requests, models and {@link io.stigg.sdk.subscription.Subscriptions}. For applications.
 */
@NullMarked
package io.stigg.sdk.subscription;

import org.jspecify.annotations.NullMarked;
