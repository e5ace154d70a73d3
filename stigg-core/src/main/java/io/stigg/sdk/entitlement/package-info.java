/**
 * Questions and answers: what a check asks, and what it is told. Start at {@link io.stigg.sdk.entitlement.Entitlement}.
 * For applications.
 */
@NullMarked
package io.stigg.sdk.entitlement;

import org.jspecify.annotations.NullMarked;
