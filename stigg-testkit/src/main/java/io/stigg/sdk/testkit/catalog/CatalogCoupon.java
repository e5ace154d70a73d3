package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.Coupon;
import java.util.OptionalInt;

/**
 * A coupon, and for how long it counts, which the API takes and does not tell. Immutable.
 *
 * @param coupon the coupon
 * @param months for how many months it counts, empty for ever
 */
record CatalogCoupon(Coupon coupon, OptionalInt months) {}
