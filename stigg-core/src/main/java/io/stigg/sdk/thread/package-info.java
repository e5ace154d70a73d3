/**
 * Threads of the SDK's own. Internal; may change at any time.
 */
@NullMarked
package io.stigg.sdk.thread;

import org.jspecify.annotations.NullMarked;
