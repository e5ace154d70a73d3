/** Tests of the rules of the in-memory Stigg. */
@NullMarked
package io.stigg.sdk.testkit.backend;

import org.jspecify.annotations.NullMarked;
