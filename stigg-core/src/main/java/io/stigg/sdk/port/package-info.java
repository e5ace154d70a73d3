/**
 * Ports: what the core needs of the world. Start at {@link io.stigg.sdk.port.AdapterSet}. For adapter authors.
 */
@NullMarked
package io.stigg.sdk.port;

import org.jspecify.annotations.NullMarked;
