/**
 * What can go wrong. Start at {@link io.stigg.sdk.error.StiggException}. For applications.
 */
@NullMarked
package io.stigg.sdk.error;

import org.jspecify.annotations.NullMarked;
