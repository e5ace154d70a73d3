package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.EntitlementArchive;
import io.stigg.sdk.port.SdkClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier process knew, for as long as this one knows nothing better. It stands beside the cache and not in it: a
 * cache that is shared must not be given what is old, and one that cannot be reached could not keep it. Thread-safe.
 */
public final class FormerKnowledge {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.bootstrap");

    private final Map<CustomerScope, EntitlementSnapshot> known = new ConcurrentHashMap<>();

    private FormerKnowledge() {}

    /**
     * Nothing was known.
     *
     * @return no knowledge
     */
    public static FormerKnowledge none() {
        return new FormerKnowledge();
    }

    /**
     * Reads an archive. One that cannot be read is reported to the log, and is as good as none: it is there to make a start
     * easier, not harder.
     *
     * @param archive the archive
     * @param clock tells the present, which nothing was known later than
     * @return what it says
     */
    public static FormerKnowledge in(EntitlementArchive archive, SdkClock clock) {
        FormerKnowledge former = none();
        try {
            Optional<EntitlementExport> export = archive.read();
            Instant now = clock.now();
            export.ifPresent(found -> found.snapshots().forEach(snapshot -> former.add(snapshot, now)));
            LOG.log(
                    Level.INFO,
                    () -> export.map(found -> "Starting with what was known at " + found.exportedAt() + " of "
                                    + found.snapshots().size() + " customers and resources, from " + archive)
                            .orElse("There is no " + archive + " yet to start with"));
        } catch (StiggException unusable) {
            LOG.log(Level.WARNING, () -> "Starting without what was known before: " + unusable.getMessage());
        }
        return former;
    }

    private void add(EntitlementSnapshot snapshot, Instant now) {
        known.put(snapshot.scope(), snapshot.fetchedAt().isAfter(now) ? snapshot.withFetchedAt(now) : snapshot);
    }

    /** Returns what is still known, as a map of the caller's own. */
    Map<CustomerScope, EntitlementSnapshot> all() {
        return new HashMap<>(known);
    }

    @Nullable
    EntitlementSnapshot find(CustomerScope scope) {
        return known.get(scope);
    }

    /** Stigg has said something newer of a scope. */
    void outdated(CustomerScope scope) {
        known.remove(scope);
    }

    /** What was known of a scope no longer holds. A customer's resources depend on the customer. */
    void invalidated(CustomerScope scope) {
        known.remove(scope);
        if (scope.resourceId().isEmpty() && !known.isEmpty()) {
            known.keySet().removeIf(other -> other.customerId().equals(scope.customerId()));
        }
    }
}
