/**
 * What the in-memory Stigg sells: features, plans and add-ons. Start at {@link io.stigg.sdk.testkit.catalog.Catalog}. For
 * applications.
 */
@NullMarked
package io.stigg.sdk.testkit.catalog;

import org.jspecify.annotations.NullMarked;
