/**
 * Stigg in memory, and fakes of the ports, for the tests of applications and of adapters. Start at
 * {@link io.stigg.sdk.testkit.StiggBackend}. For applications and for adapter authors.
 */
@NullMarked
package io.stigg.sdk.testkit;

import org.jspecify.annotations.NullMarked;
