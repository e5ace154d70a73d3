package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggOfflineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers for a moment which scopes could not be fetched, so that such a scope is not asked for at each of its checks,
 * and why is logged once until it works again. Thread-safe.
 */
final class FailedFetches {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.entitlements");
    private static final long PAUSE_MILLIS = 1_000;
    private static final int MOST = 10_000;

    private final ConcurrentMap<CustomerScope, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(long untilMillis, StiggException cause) {}

    /** Returns the failure because of which the scope is not to be asked for now. */
    Optional<StiggException> recent(CustomerScope scope, long nowMillis) {
        Failure failure = failures.isEmpty() ? null : failures.get(scope);
        return failure == null || failure.untilMillis <= nowMillis ? Optional.empty() : Optional.of(failure.cause);
    }

    void failed(CustomerScope scope, StiggException cause, long nowMillis) {
        if (failures.size() >= MOST) {
            failures.clear();
        }
        Failure previous = failures.put(scope, new Failure(nowMillis + PAUSE_MILLIS, cause));
        // An outage is the status's to report, once for all scopes; and that there is nobody to ask is meant so.
        if (previous == null && !cause.isRetryable() && !(cause instanceof StiggOfflineException)) {
            LOG.log(Level.WARNING, () -> "The entitlements of " + scope + " cannot be read: " + cause.getMessage());
        }
    }

    void succeeded(CustomerScope scope) {
        if (!failures.isEmpty()) {
            failures.remove(scope);
        }
    }
}
