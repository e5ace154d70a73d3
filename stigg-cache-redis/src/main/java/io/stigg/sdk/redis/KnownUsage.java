package io.stigg.sdk.redis;

import io.stigg.sdk.fact.EntitlementRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What usage has been read of lately. The entitlements of different customers are mostly alike, so that usage can be asked
 * for together with the set that says what there is usage of, instead of afterwards. Thread-safe.
 */
final class KnownUsage {
    private static final int MOST = 64;

    private final Set<EntitlementRef> latest = new LinkedHashSet<>();

    synchronized List<EntitlementRef> guess() {
        return List.copyOf(latest);
    }

    synchronized void read(List<EntitlementRef> refs) {
        refs.forEach(ref -> {
            latest.remove(ref);
            latest.add(ref);
        });
        while (latest.size() > MOST) {
            latest.remove(latest.iterator().next());
        }
    }
}
