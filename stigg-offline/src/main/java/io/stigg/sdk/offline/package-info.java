/**
 * A client without a network: entitlements from a file, from code, or from what an online client knew. Start with
 * {@code OfflineStigg}.
 */
@NullMarked
package io.stigg.sdk.offline;

import org.jspecify.annotations.NullMarked;
