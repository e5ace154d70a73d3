package io.stigg.sdk.event;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import java.util.Optional;

/**
 * A check was answered by a fallback. Immutable.
 *
 * @param scope whose entitlement was asked for
 * @param id the feature or currency, empty when all were asked for
 * @param hadAccess whether the fallback gave access
 * @param cause what kept Stigg from answering, empty when the client was closed
 */
public record FallbackServed(
        CustomerScope scope, Optional<String> id, boolean hadAccess, Optional<StiggException> cause) {}
