@NullMarked
package io.stigg.sdk.emulator;

import org.jspecify.annotations.NullMarked;
