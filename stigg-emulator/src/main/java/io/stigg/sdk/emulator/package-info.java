/**
 * A local Stigg that any client can talk to over HTTP. Start at {@link io.stigg.sdk.emulator.StiggEmulator}. For
 * applications, in their tests and on developers' machines.
 */
@NullMarked
package io.stigg.sdk.emulator;

import org.jspecify.annotations.NullMarked;
