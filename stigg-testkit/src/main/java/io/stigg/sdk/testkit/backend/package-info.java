/**
 * The rules of the in-memory Stigg: life cycle, calculation of entitlements, usage. Start at
 * {@link io.stigg.sdk.testkit.backend.Environment}. Internal.
 */
@NullMarked
package io.stigg.sdk.testkit.backend;

import org.jspecify.annotations.NullMarked;
