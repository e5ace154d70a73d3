/** Tests of the catalogue. */
@NullMarked
package io.stigg.sdk.testkit.catalog;

import org.jspecify.annotations.NullMarked;
