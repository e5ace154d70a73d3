/**
 * How the core works. Internal; may change at any time.
 */
@NullMarked
package io.stigg.sdk.internal;

import org.jspecify.annotations.NullMarked;
