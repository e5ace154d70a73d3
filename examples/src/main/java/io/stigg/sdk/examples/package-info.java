/**
 * Programs to run and to copy from. Start at {@link io.stigg.sdk.examples.Quickstart}. For applications.
 */
@NullMarked
package io.stigg.sdk.examples;

import org.jspecify.annotations.NullMarked;
