/**
 * Facts: what Stigg states, as opposed to the answers that are made of it. Start at
 * {@link io.stigg.sdk.fact.EntitlementSnapshot}. For adapter authors.
 */
@NullMarked
package io.stigg.sdk.fact;

import org.jspecify.annotations.NullMarked;
