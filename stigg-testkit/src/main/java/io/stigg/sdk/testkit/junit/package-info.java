/**
 * An extension that gives each test its own Stigg. Start at {@link io.stigg.sdk.testkit.junit.StiggTest}. For applications;
 * needs JUnit Jupiter 5.13 or newer.
 */
@NullMarked
package io.stigg.sdk.testkit.junit;

import org.jspecify.annotations.NullMarked;
