/**
 * Events: what a {@link io.stigg.sdk.StiggListener} is told. For applications.
 */
@NullMarked
package io.stigg.sdk.event;

import org.jspecify.annotations.NullMarked;
