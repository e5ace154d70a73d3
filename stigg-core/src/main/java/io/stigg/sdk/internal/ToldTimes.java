package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers of which time the entitlements were that Stigg told last, of the latest scopes. An answer may come from a
 * place that lags behind what was told, and nothing would tell of the difference again. Thread-safe.
 */
final class ToldTimes {
    private static final int MOST = 10_000;

    private final Map<CustomerScope, Instant> times = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CustomerScope, Instant> eldest) {
            return size() > MOST;
        }
    };

    synchronized void told(EntitlementSnapshot snapshot) {
        times.remove(snapshot.scope());
        snapshot.updatedAt().ifPresent(time -> times.put(snapshot.scope(), time));
    }

    synchronized boolean isBehind(EntitlementSnapshot known) {
        Instant told = times.get(known.scope());
        return told != null && known.updatedAt().filter(told::isAfter).isPresent();
    }
}
