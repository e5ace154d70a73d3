/**
 * Features granted beside a subscription, and {@link io.stigg.sdk.promotion.Promotions}. For applications.
 */
@NullMarked
package io.stigg.sdk.promotion;

import org.jspecify.annotations.NullMarked;
