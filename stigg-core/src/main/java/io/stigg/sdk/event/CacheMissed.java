package io.stigg.sdk.event;

import io.stigg.sdk.entitlement.CustomerScope;

/**
 * A check found nothing usable in the cache and asked Stigg. Immutable.
 *
 * @param scope what was looked for
 */
public record CacheMissed(CustomerScope scope) {}
