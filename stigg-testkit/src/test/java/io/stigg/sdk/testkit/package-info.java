/** Tests of the testkit: it has to pass its own suites before others are held to them. */
@NullMarked
package io.stigg.sdk.testkit;

import org.jspecify.annotations.NullMarked;
