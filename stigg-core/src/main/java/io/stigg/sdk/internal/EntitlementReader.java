package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.event.CacheMissed;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entitlements that a check is to be answered from, and decides how fresh they have to be. Thread-safe.
 *
 * <ul>
 *   <li>Younger than the TTL: used. In its last fifth they are fetched again in the background meanwhile.
 *   <li>Older, or past the instant up to which Stigg said they are valid: fetched. While Stigg is known to be down, used
 *       as they are if they are young enough; the probe finds out when it is back, not every check.
 *   <li>Not there: fetched.
 *   <li>Fetched in vain: the last known are used if they are young enough, and the scope is left alone for a second.
 * </ul>
 */
public final class EntitlementReader {
    private final EntitlementCache cache;
    private final RequestSender sender;
    private final StatusTracker status;
    private final SdkClock clock;
    private final Listeners listeners;
    private final SingleFlight<CustomerScope, EntitlementSnapshot> flights = new SingleFlight<>();
    private final FailedFetches failed = new FailedFetches();
    private final long ttlMillis;
    private final long refreshAfterMillis;
    private final long staleIfErrorMillis;

    /**
     * Makes a reader.
     *
     * @param cache what is known
     * @param sender fetches
     * @param status tells whether Stigg is down
     * @param clock tells ages
     * @param listeners are told of misses
     * @param settings the ages that count
     */
    public EntitlementReader(
            EntitlementCache cache,
            RequestSender sender,
            StatusTracker status,
            SdkClock clock,
            Listeners listeners,
            CheckSettings settings) {
        this.cache = cache;
        this.sender = sender;
        this.status = status;
        this.clock = clock;
        this.listeners = listeners;
        this.ttlMillis = settings.entitlementTtl().toMillis();
        this.refreshAfterMillis = ttlMillis - ttlMillis / 5;
        this.staleIfErrorMillis = settings.staleIfError().toMillis();
    }

    /** What a check is to be answered from: a snapshot and how good it is, or the failure because of which there is none, if there is one. */
    record Reading(
            @Nullable EntitlementSnapshot snapshot,
            AnswerBasis basis,
            @Nullable StiggException failure) {
        static Reading fresh(EntitlementSnapshot snapshot) {
            return new Reading(snapshot, AnswerBasis.FRESH, null);
        }
    }

    /** Returns what is held if it needs nothing done, else null. The path of every check: no lock, no future, no I/O. */
    @Nullable
    Holding peek(CustomerScope scope, long nowMillis, Holdings holdings) {
        Holding held = cache.find(scope).derivedOrNull(Holding.class, holdings);
        return held != null
                        && nowMillis - held.fetchedAtMillis < refreshAfterMillis
                        && nowMillis < held.validUntilMillis
                ? held
                : null;
    }

    /** Finds what there is, and fetches if need be. Never fails. */
    CompletableFuture<Reading> read(CustomerScope scope) {
        if (status.isClosed()) {
            return CompletableFuture.completedFuture(new Reading(null, AnswerBasis.FALLBACK, null));
        }
        var found = cache.find(scope);
        return found.whenPending()
                .map(pending -> pending.exceptionally(unreachable -> Optional.empty())
                        .thenCompose(held -> judge(scope, held.orElse(null)))
                        .toCompletableFuture())
                .orElseGet(() -> judge(scope, found.snapshotOrNull()));
    }

    /** Returns what to answer from when a fetch takes too long or has failed. */
    Reading lastKnown(CustomerScope scope, StiggException failure) {
        return lastKnown(cache.find(scope).snapshotOrNull(), failure);
    }

    private Reading lastKnown(@Nullable EntitlementSnapshot held, StiggException failure) {
        return held != null && age(held) <= staleIfErrorMillis
                ? new Reading(held, AnswerBasis.STALE, failure)
                : new Reading(null, AnswerBasis.FALLBACK, failure);
    }

    private CompletableFuture<Reading> judge(CustomerScope scope, @Nullable EntitlementSnapshot held) {
        Optional<StiggException> failure = failed.recent(scope, clock.coarseMillis());
        if (held != null && isFresh(held)) {
            if (age(held) >= refreshAfterMillis && !status.isDown() && failure.isEmpty()) {
                fetch(scope);
            }
            return CompletableFuture.completedFuture(Reading.fresh(held));
        }
        if (held != null && age(held) <= staleIfErrorMillis) {
            failure = failure.or(() -> status.status().lastFailure());
        }
        if (failure.isPresent()) {
            return CompletableFuture.completedFuture(lastKnown(held, failure.get()));
        }
        listeners.tell(listener -> listener.onCacheMiss(new CacheMissed(scope)));
        return fetch(scope)
                .handle((fetched, problem) -> problem == null
                        ? Reading.fresh(fetched)
                        : lastKnown(
                                held, RequestSender.asStiggException(problem).copy()));
    }

    private CompletableFuture<EntitlementSnapshot> fetch(CustomerScope scope) {
        return flights.run(scope, () -> load(scope));
    }

    private CompletionStage<EntitlementSnapshot> load(CustomerScope scope) {
        // Whoever found nothing before the last flight landed, and starts another, is served by what that flight
        // brought.
        EntitlementSnapshot landed = cache.find(scope).snapshotOrNull();
        if (landed != null && isFresh(landed) && age(landed) < refreshAfterMillis) {
            return CompletableFuture.completedFuture(landed);
        }
        return sender.send(new GetEntitlementsState(scope, GetEntitlementsState.Freshness.NEAREST))
                .whenComplete((fetched, problem) -> {
                    if (problem == null) {
                        failed.succeeded(scope);
                    } else {
                        failed.failed(scope, RequestSender.asStiggException(problem), clock.coarseMillis());
                    }
                })
                .thenApply(fetched -> {
                    // The cache may hold something newer than what has just been fetched.
                    EntitlementSnapshot merged = cache.find(scope).snapshotOrNull();
                    return merged != null ? merged : fetched;
                });
    }

    private boolean isFresh(EntitlementSnapshot held) {
        return age(held) < ttlMillis && clock.coarseMillis() < held.validUntilMillis();
    }

    private long age(EntitlementSnapshot held) {
        return clock.coarseMillis() - held.fetchedAtMillis();
    }
}
