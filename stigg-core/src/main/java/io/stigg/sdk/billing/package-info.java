/**
 * Money, invoices and payment, as the other features speak of them. For applications.
 */
@NullMarked
package io.stigg.sdk.billing;

import org.jspecify.annotations.NullMarked;
