/**
 * Clients among faults: what they answer is held against what Stigg would have answered, what they report against what was
 * counted, and what they hold of the machine against what they held before.
 */
@NullMarked
package io.stigg.sdk.reliability;

import org.jspecify.annotations.NullMarked;
