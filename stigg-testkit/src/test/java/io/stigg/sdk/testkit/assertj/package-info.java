/** Tests of the assertions. */
@NullMarked
package io.stigg.sdk.testkit.assertj;

import org.jspecify.annotations.NullMarked;
