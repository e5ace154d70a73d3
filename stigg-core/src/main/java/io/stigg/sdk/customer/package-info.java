/**
 * Customers: requests, models and {@link io.stigg.sdk.customer.Customers}. For applications.
 */
@NullMarked
package io.stigg.sdk.customer;

import org.jspecify.annotations.NullMarked;
