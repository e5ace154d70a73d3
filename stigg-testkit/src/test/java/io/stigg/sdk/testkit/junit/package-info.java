/** Tests of the extension, which runs example tests of its own. */
@NullMarked
package io.stigg.sdk.testkit.junit;

import org.jspecify.annotations.NullMarked;
