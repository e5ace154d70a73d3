package io.stigg.sdk.event;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementsState;

/**
 * Entitlements have changed; checks already answer by them. Immutable.
 *
 * @param scope whose entitlements
 * @param state all entitlements as they are now, evaluated with nothing requested
 */
public record EntitlementsUpdated(CustomerScope scope, EntitlementsState state) {}
