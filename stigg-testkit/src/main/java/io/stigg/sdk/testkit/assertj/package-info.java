/**
 * Assertions about entitlements. Start at {@link io.stigg.sdk.testkit.assertj.StiggAssertions}. For applications; needs
 * AssertJ.
 */
@NullMarked
package io.stigg.sdk.testkit.assertj;

import org.jspecify.annotations.NullMarked;
