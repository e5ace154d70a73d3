/**
 * How many things are brought to Stigg: in chunks, in batches, and until it has them. Internal; may change at any time.
 */
@NullMarked
package io.stigg.sdk.internal.delivery;

import org.jspecify.annotations.NullMarked;
