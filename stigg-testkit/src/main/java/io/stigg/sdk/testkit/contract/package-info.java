/**
 * What every adapter of a port has to do, as tests to extend. Start at
 * {@link io.stigg.sdk.testkit.contract.EntitlementCacheContract}. For adapter authors; needs JUnit Jupiter and AssertJ.
 */
@NullMarked
package io.stigg.sdk.testkit.contract;

import org.jspecify.annotations.NullMarked;
