/**
 * A bounded cache in the process. Start at {@link io.stigg.sdk.memory.MemoryCache}. For applications.
 */
@NullMarked
package io.stigg.sdk.memory;

import org.jspecify.annotations.NullMarked;
