/**
 * What a pricing page shows: {@link io.stigg.sdk.paywall.GetPaywall} asks for it, {@link io.stigg.sdk.paywall.Paywall} is it. For
 * applications.
 */
@NullMarked
package io.stigg.sdk.paywall;

import org.jspecify.annotations.NullMarked;
