package io.stigg.sdk.event;

import io.stigg.sdk.entitlement.CustomerScope;

/**
 * A check was answered from the cache at once. Immutable.
 *
 * @param scope what was looked for
 */
public record CacheHit(CustomerScope scope) {}
