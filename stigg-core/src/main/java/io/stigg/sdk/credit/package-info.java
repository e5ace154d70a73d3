/**
 * Credits: balances, grants and the ledger, and {@link io.stigg.sdk.credit.Credits}. For applications.
 */
@NullMarked
package io.stigg.sdk.credit;

import org.jspecify.annotations.NullMarked;
