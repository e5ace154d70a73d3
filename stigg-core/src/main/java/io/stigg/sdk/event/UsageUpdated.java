package io.stigg.sdk.event;

import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.fact.UsageReading;
import java.util.Optional;

/**
 * Stigg told that usage changed; checks already count it. Immutable.
 *
 * @param reading what has been used
 * @param entitlement the entitlement with this usage, evaluated with nothing requested; empty if the cache does not hold
 *     it
 */
public record UsageUpdated(UsageReading reading, Optional<Entitlement> entitlement) {}
