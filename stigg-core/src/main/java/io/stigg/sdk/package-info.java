/**
 * The client: {@link io.stigg.sdk.Stigg}, how it is built, and what it tells of itself. For applications.
 */
@NullMarked
package io.stigg.sdk;

import org.jspecify.annotations.NullMarked;
