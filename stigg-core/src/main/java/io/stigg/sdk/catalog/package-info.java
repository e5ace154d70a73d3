/**
 * What is sold: products, plans, add-ons, prices and coupons, and {@link io.stigg.sdk.catalog.Catalog}. For applications.
 */
@NullMarked
package io.stigg.sdk.catalog;

import org.jspecify.annotations.NullMarked;
