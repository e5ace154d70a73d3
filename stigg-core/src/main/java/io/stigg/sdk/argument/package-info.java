/**
 * What the core's values check of their arguments. Internal.
 */
@NullMarked
package io.stigg.sdk.argument;

import org.jspecify.annotations.NullMarked;
