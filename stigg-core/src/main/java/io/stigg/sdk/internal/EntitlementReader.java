package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.event.CacheMissed;
import io.stigg.sdk.fact.EntitlementExport;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.FetchCoordinator;
import io.stigg.sdk.port.SdkClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entitlements that a check is to be answered from, and decides how fresh they have to be. Thread-safe.
 *
 * <ul>
 *   <li>Fetched since the stream of updates opened, and it still is open: used.
 *   <li>Younger than the TTL: used. In its last fifth they are fetched again in the background meanwhile. If they may
 *       have changed unnoticed, because the stream was lost since, the answer says that they are stale, and their age
 *       counts from then.
 *   <li>Older, or past the instant up to which Stigg said they are valid: fetched. While Stigg is known to be down, used
 *       as they are if they are young enough; the probe finds out when it is back, not every check.
 *   <li>Not there: fetched.
 *   <li>Fetched in vain: the last known are used if they are young enough, and the scope is left alone for a second. Where
 *       this process knows nothing, what an earlier one knew is the last known.
 * </ul>
 */
public final class EntitlementReader {
    private final EntitlementCache cache;
    private final FormerKnowledge former;
    private final FetchCoordinator fetches;
    private final RequestSender sender;
    private final StatusTracker status;
    private final SdkClock clock;
    private final Listeners listeners;
    private final Trust trust;
    private final Refreshes refreshes;
    private final SingleFlight<CustomerScope, EntitlementSnapshot> flights = new SingleFlight<>();
    private final FailedFetches failed = new FailedFetches();
    private final long staleIfErrorMillis;
    private volatile Consumer<EntitlementSnapshot> foundChanged = changed -> {};

    /**
     * Makes a reader.
     *
     * @param cache what is known
     * @param former what an earlier process knew
     * @param fetches keeps several processes from asking the same
     * @param sender fetches
     * @param status tells whether Stigg is down
     * @param clock tells ages
     * @param listeners are told of hits and misses
     * @param trust tells what can be trusted
     * @param settings the ages that count
     */
    public EntitlementReader(
            EntitlementCache cache,
            FormerKnowledge former,
            FetchCoordinator fetches,
            RequestSender sender,
            StatusTracker status,
            SdkClock clock,
            Listeners listeners,
            Trust trust,
            CheckSettings settings) {
        this.cache = cache;
        this.former = former;
        this.fetches = fetches;
        this.sender = sender;
        this.status = status;
        this.clock = clock;
        this.listeners = listeners;
        this.trust = trust;
        this.refreshes = new Refreshes(
                clock, status::isDown, this::refresh, settings.entitlementTtl().dividedBy(10));
        this.staleIfErrorMillis = settings.staleIfError().toMillis();
    }

    /**
     * Sets what to do when asking again in the background has found a change that nobody has told of.
     *
     * @param action is given what holds now
     */
    void whenFoundChanged(Consumer<EntitlementSnapshot> action) {
        foundChanged = action;
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
        Holding held = cache.findNear(scope).derivedOrNull(Holding.class, holdings);
        return held != null && trust.isFresh(held.fetchedAtMillis, nowMillis) && nowMillis < held.validUntilMillis
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
        return lastKnown(heldOrFormer(scope, held(scope)), failure);
    }

    private @Nullable EntitlementSnapshot heldOrFormer(CustomerScope scope, @Nullable EntitlementSnapshot held) {
        return held != null ? held : former.find(scope);
    }

    private Reading lastKnown(@Nullable EntitlementSnapshot held, StiggException failure) {
        return held != null && isBearable(held)
                ? new Reading(held, AnswerBasis.STALE, failure)
                : new Reading(null, AnswerBasis.FALLBACK, failure);
    }

    private CompletableFuture<Reading> judge(CustomerScope scope, @Nullable EntitlementSnapshot cached) {
        Optional<StiggException> failure = failed.recent(scope, clock.coarseMillis());
        if (cached != null && isYoung(cached)) {
            if (failure.isEmpty() && !status.isDown()) {
                refreshIfNeeded(cached);
            }
            listeners.tellHit(scope);
            return CompletableFuture.completedFuture(reading(cached));
        }
        EntitlementSnapshot held = heldOrFormer(scope, cached);
        if (held != null && isBearable(held)) {
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

    private void refreshIfNeeded(EntitlementSnapshot held) {
        if (trust.wantsRefresh(held, clock.coarseMillis())) {
            if (trust.isStale(held)) {
                refreshes.sometimeSoon(held.scope());
            } else {
                refreshes.soon(held.scope());
            }
        }
    }

    /** Asks again for what is held of a scope if it is time to, even if nobody uses it. */
    void refreshIfHeld(CustomerScope scope) {
        EntitlementSnapshot held = held(scope);
        if (held != null && !status.isDown()) {
            refreshIfNeeded(held);
        }
    }

    /**
     * Collects what checks could be answered from if Stigg went away now.
     *
     * @return what is known, each dated with the last instant at which it was known to be right
     */
    public EntitlementExport export() {
        Instant now = clock.now();
        Map<CustomerScope, EntitlementSnapshot> known = former.all();
        cache.heldNear().forEach(held -> known.put(held.scope(), held));
        return new EntitlementExport(
                now,
                known.values().stream()
                        .filter(this::isBearable)
                        .map(held -> held.withFetchedAt(now.minusMillis(ageMillis(held, now))))
                        .toList());
    }

    private long ageMillis(EntitlementSnapshot held, Instant now) {
        return Math.max(0, trust.ageMillis(held, now.toEpochMilli()));
    }

    /** Returns what is held of a scope in this process. */
    @Nullable
    EntitlementSnapshot held(CustomerScope scope) {
        return cache.findNear(scope).snapshotOrNull();
    }

    /** Fetches a scope, past whatever may lag behind what Stigg has told. */
    CompletableFuture<EntitlementSnapshot> fetchLatest(CustomerScope scope) {
        return sender.send(new GetEntitlementsState(scope, GetEntitlementsState.Freshness.LATEST));
    }

    private CompletableFuture<EntitlementSnapshot> fetch(CustomerScope scope) {
        return flights.run(scope, () -> load(scope));
    }

    private CompletableFuture<EntitlementSnapshot> refresh(CustomerScope scope) {
        EntitlementSnapshot before = held(scope);
        return fetch(scope).whenComplete((now, failure) -> {
            if (before != null && failure == null && !now.saysTheSameAs(before)) {
                foundChanged.accept(now);
            }
        });
    }

    private CompletionStage<EntitlementSnapshot> load(CustomerScope scope) {
        // Whoever found nothing before the last flight landed, and starts another, is served by what that flight
        // brought.
        EntitlementSnapshot landed = held(scope);
        if (landed != null && isFresh(landed)) {
            return CompletableFuture.completedFuture(landed);
        }
        // What was missed must not be missed again because the nearest place has not heard of it either.
        var freshEnough = landed != null && trust.isToBeCaughtUp(landed)
                ? GetEntitlementsState.Freshness.LATEST
                : GetEntitlementsState.Freshness.NEAREST;
        return fetches.fetch(scope, new Question(freshEnough))
                .whenComplete((fetched, problem) -> {
                    if (problem == null) {
                        failed.succeeded(scope);
                    } else {
                        failed.failed(scope, RequestSender.asStiggException(problem), clock.coarseMillis());
                    }
                })
                .thenApply(fetched -> {
                    // The cache may hold something newer than what has just been fetched.
                    EntitlementSnapshot merged = held(scope);
                    return merged != null ? merged : fetched;
                });
    }

    private boolean isFresh(EntitlementSnapshot found) {
        long now = clock.coarseMillis();
        return trust.isFresh(found.fetchedAtMillis(), now) && now < found.validUntilMillis();
    }

    /** What this process would ask, unless another one has. */
    private final class Question implements FetchCoordinator.Question {
        private final GetEntitlementsState.Freshness freshness;

        Question(GetEntitlementsState.Freshness freshness) {
            this.freshness = freshness;
        }

        @Override
        public boolean isAnsweredBy(EntitlementSnapshot found) {
            return isFresh(found);
        }

        @Override
        public CompletionStage<EntitlementSnapshot> ask(CustomerScope scope) {
            return sender.send(new GetEntitlementsState(scope, freshness));
        }
    }

    private Reading reading(EntitlementSnapshot held) {
        return trust.isStale(held) ? new Reading(held, AnswerBasis.STALE, null) : Reading.fresh(held);
    }

    private boolean isYoung(EntitlementSnapshot held) {
        long now = clock.coarseMillis();
        return trust.isYoung(held, now) && now < held.validUntilMillis();
    }

    /** Young enough for when Stigg cannot be asked. */
    private boolean isBearable(EntitlementSnapshot held) {
        return trust.ageMillis(held, clock.coarseMillis()) <= staleIfErrorMillis;
    }
}
