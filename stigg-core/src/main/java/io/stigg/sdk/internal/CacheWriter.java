package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the cache what Stigg answers and what Stigg tells by itself, so that the newest wins however the two overtake
 * each other. Thread-safe.
 *
 * <p>The cache itself lets the newer of two win. What it cannot know is what it was told while it did not hold the scope:
 * so that is kept beside each question under way, and applied after the answer.
 */
public final class CacheWriter {
    private final EntitlementCache cache;
    private final FormerKnowledge former;
    private final Trust trust;
    private final boolean keepsAll;
    private final LastTold lastTold;
    private final RecentScopes<Boolean> written = new RecentScopes<>();
    private final ConcurrentMap<String, List<Asked>> underWay = new ConcurrentHashMap<>();

    /**
     * Makes a writer.
     *
     * @param cache what is known
     * @param former what an earlier process knew
     * @param trust dates what comes
     * @param clock dates what is said to hold no longer
     * @param settings say for how long an answer may lag behind that
     * @param keepsAll whether to keep what is told of customers whom nobody has asked about
     */
    public CacheWriter(
            EntitlementCache cache,
            FormerKnowledge former,
            Trust trust,
            SdkClock clock,
            CheckSettings settings,
            boolean keepsAll) {
        this.cache = cache;
        this.former = former;
        this.trust = trust;
        this.keepsAll = keepsAll;
        this.lastTold = new LastTold(clock, settings.entitlementTtl());
    }

    /**
     * Takes note that a scope is asked about now, of a place that may lag behind what Stigg tells, or of Stigg itself. Each question is {@linkplain #done done with}, or has {@linkplain #failed failed}, once.
     */
    Asked asking(CustomerScope scope, boolean mayLag) {
        Asked asked = new Asked(scope, trust.asking(), mayLag);
        underWay.merge(scope.customerId(), List.of(asked), CacheWriter::both);
        return asked;
    }

    private static List<Asked> both(List<Asked> some, List<Asked> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Keeps an answer. */
    void answered(Asked asked, EntitlementSnapshot answer) {
        EntitlementSnapshot stamped = trust.stamp(answer, asked.mark());
        asked.answer(stamped);
        store(stamped);
    }

    /** Forgets the scope of a write that has changed it, before the outcome of the write is kept. */
    void replaced(Asked write) {
        forget(write.scope(), write);
    }

    /**
     * Lets what was told meanwhile have its effect on what the answer has left in the cache.
     *
     * @return whether the answer no longer held when it came, so that the cache has forgotten it
     */
    boolean done(Asked asked) {
        remove(asked);
        // Whoever found it under way has either told it by now or tells the cache next.
        for (Update update : asked.news()) {
            if (update instanceof UsageReading reading) {
                cache.applyUsage(reading);
            } else if (update instanceof EntitlementSnapshot snapshot) {
                cache.storeIfHeld(snapshot);
            }
        }
        boolean noLongerHolds = asked.isOutdated() || (asked.mayLag() && isBehindWhatWasTold(asked));
        if (noLongerHolds) {
            cache.evict(asked.scope());
        }
        return noLongerHolds;
    }

    /** Takes note that there is no answer. What is held stays: the question has taught nothing about it. */
    void failed(Asked asked) {
        remove(asked);
    }

    private void remove(Asked asked) {
        underWay.computeIfPresent(asked.scope().customerId(), (customer, all) -> {
            List<Asked> others = all.stream().filter(other -> other != asked).toList();
            return others.isEmpty() ? null : others;
        });
    }

    private boolean isBehindWhatWasTold(Asked asked) {
        EntitlementSnapshot held = cache.findNear(asked.scope()).snapshotOrNull();
        EntitlementSnapshot known = held != null ? held : asked.answer();
        return known != null && lastTold.isUnknownTo(known);
    }

    /** Applies news of usage. */
    void told(UsageReading reading) {
        lastTold.told(reading);
        eachAsked(reading.scope(), asked -> asked.remember(reading));
        cache.applyUsage(reading);
    }

    /** Applies new entitlements; returns them as they were dated. */
    EntitlementSnapshot told(EntitlementSnapshot snapshot) {
        EntitlementSnapshot stamped = trust.stamp(snapshot);
        lastTold.told(stamped);
        eachAsked(stamped.scope(), asked -> asked.remember(stamped));
        if (keepsAll) {
            store(stamped);
        } else {
            cache.storeIfHeld(stamped);
            former.outdated(stamped.scope());
        }
        return stamped;
    }

    /** Forgets what no longer holds. */
    void invalidated(CustomerScope scope) {
        forget(scope, null);
    }

    private void store(EntitlementSnapshot snapshot) {
        cache.store(snapshot);
        former.outdated(snapshot.scope());
        written.put(snapshot.scope(), true);
    }

    /** Returns the scopes that may be held: those that were written last. */
    List<CustomerScope> written() {
        return written.scopes();
    }

    private void forget(CustomerScope scope, @Nullable Asked spared) {
        lastTold.toldInvalid(scope);
        underWay.getOrDefault(scope.customerId(), List.of()).stream()
                .filter(asked -> asked != spared && asked.isWithin(scope))
                .forEach(Asked::outdate);
        cache.evict(scope);
        former.invalidated(scope);
    }

    private void eachAsked(CustomerScope scope, Consumer<Asked> action) {
        if (!underWay.isEmpty()) {
            underWay.getOrDefault(scope.customerId(), List.of()).stream()
                    .filter(asked -> asked.scope().equals(scope))
                    .forEach(action);
        }
    }
}
