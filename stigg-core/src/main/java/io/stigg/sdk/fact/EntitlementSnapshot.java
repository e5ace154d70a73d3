package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that Stigg states about the entitlements of one customer, or of one resource of it, at one moment.
 *
 * <p>Caches keep snapshots by reference and combine them by {@link #mergedWith} and {@link #withUsage}, which hold the
 * rule that the newest wins, for the set as a whole and for each usage. Both are pure, so that a cache only has to make
 * its replacement atomic.
 *
 * <p>Immutable, apart from a memo that is invisible but for its speed.
 */
public final class EntitlementSnapshot implements Update {
    private final CustomerScope scope;
    private final List<EntitlementFact> entitlements;
    private final Optional<Denial> denial;
    private final Optional<Instant> updatedAt;
    private final Instant fetchedAt;
    private final long fetchedAtMillis;
    private final long validUntilMillis;

    // A plain field: what is kept here is immutable itself, so a race costs a second computation and nothing else.
    private @Nullable Object derived;

    /**
     * Makes a snapshot.
     *
     * @param scope whose entitlements
     * @param entitlements the entitlements, in Stigg's order; of two for the same thing the first counts
     * @param denial why the customer as a whole is denied, empty when it is not
     * @param updatedAt when Stigg calculated the set, by Stigg's clock; empty when it does not say, as for an empty set
     * @param fetchedAt when the set came from Stigg, by this process's clock
     */
    public EntitlementSnapshot(
            CustomerScope scope,
            List<? extends EntitlementFact> entitlements,
            Optional<Denial> denial,
            Optional<Instant> updatedAt,
            Instant fetchedAt) {
        this.scope = requireNonNull(scope, "scope");
        this.entitlements = List.copyOf(entitlements);
        this.denial = requireNonNull(denial, "denial");
        this.updatedAt = requireNonNull(updatedAt, "updatedAt");
        this.fetchedAt = requireNonNull(fetchedAt, "fetchedAt");
        this.fetchedAtMillis = fetchedAt.toEpochMilli();
        this.validUntilMillis = this.entitlements.stream()
                .flatMap(fact -> fact.validUntil().stream())
                // What was over when it was fetched says nothing new; asking again at each check would not help.
                .filter(fetchedAt::isBefore)
                .mapToLong(Instant::toEpochMilli)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Returns whose entitlements these are.
     *
     * @return the customer, or a resource of it
     */
    public CustomerScope scope() {
        return scope;
    }

    /**
     * Returns the entitlements.
     *
     * @return the entitlements, in Stigg's order
     */
    public List<EntitlementFact> entitlements() {
        return entitlements;
    }

    /**
     * Returns why the customer as a whole is denied.
     *
     * @return the denial, empty when it is not
     */
    public Optional<Denial> denial() {
        return denial;
    }

    /**
     * Returns when Stigg calculated the set.
     *
     * @return the instant by Stigg's clock, empty when Stigg does not say
     */
    public Optional<Instant> updatedAt() {
        return updatedAt;
    }

    /**
     * Returns when the set came from Stigg.
     *
     * @return the instant by this process's clock
     */
    public Instant fetchedAt() {
        return fetchedAt;
    }

    /**
     * Returns {@link #fetchedAt()} in milliseconds, for the path of every check.
     *
     * @return milliseconds since the epoch
     */
    public long fetchedAtMillis() {
        return fetchedAtMillis;
    }

    /**
     * Returns when the first of the entitlements is to be asked for again, of those that were valid when fetched.
     *
     * @return milliseconds since the epoch, {@link Long#MAX_VALUE} when never
     */
    public long validUntilMillis() {
        return validUntilMillis;
    }

    /**
     * Combines this snapshot, which a cache holds, with one that arrives.
     *
     * <p>The newer set wins: by Stigg's clock where both have its time, else by the order in which they were fetched; of
     * two of the same time the one fetched later. The usage of each entitlement is the newer of the two, and the result
     * is as fresh as the later fetch.
     *
     * @param arriving a snapshot of the same scope
     * @return the combination; {@code arriving} itself when it is newer in every respect
     * @throws IllegalArgumentException if the scopes differ
     */
    public EntitlementSnapshot mergedWith(EntitlementSnapshot arriving) {
        if (!scope.equals(arriving.scope)) {
            throw new IllegalArgumentException("arriving is of " + arriving.scope + ", not of " + scope);
        }
        return arriving.isOlderThan(this) ? combined(this, arriving) : combined(arriving, this);
    }

    private static EntitlementSnapshot combined(EntitlementSnapshot newer, EntitlementSnapshot older) {
        Instant fetched = newer.fetchedAt.isAfter(older.fetchedAt) ? newer.fetchedAt : older.fetchedAt;
        boolean changed = !fetched.equals(newer.fetchedAt);
        EntitlementFact[] facts = newer.entitlements.toArray(EntitlementFact[]::new);
        for (int i = 0; i < facts.length; i++) {
            EntitlementFact other = older.find(facts[i].ref());
            if (other != null && facts[i].usage().isOlderThan(other.usage())) {
                facts[i] = facts[i].withUsage(other.usage());
                changed = true;
            }
        }
        return changed
                ? new EntitlementSnapshot(newer.scope, List.of(facts), newer.denial, newer.updatedAt, fetched)
                : newer;
    }

    /**
     * Applies news of usage.
     *
     * @param reading the news
     * @return the changed snapshot, or this one when the reading is older than what is held or of something that is not
     *     in the set
     */
    public EntitlementSnapshot withUsage(UsageReading reading) {
        EntitlementFact held = find(reading.ref());
        if (held == null || reading.usage().isOlderThan(held.usage())) {
            return this;
        }
        EntitlementFact[] facts = entitlements.toArray(EntitlementFact[]::new);
        facts[entitlements.indexOf(held)] = held.withUsage(reading.usage());
        return new EntitlementSnapshot(scope, List.of(facts), denial, updatedAt, fetchedAt);
    }

    /**
     * Dates the snapshot anew.
     *
     * @param newFetchedAt when the set came from Stigg, by this process's clock
     * @return the changed snapshot
     */
    public EntitlementSnapshot withFetchedAt(Instant newFetchedAt) {
        return new EntitlementSnapshot(scope, entitlements, denial, updatedAt, newFetchedAt);
    }

    /**
     * Computes something from this snapshot once and keeps it. For the core, which derives one thing only: what it
     * evaluates checks from. Safe from any thread.
     *
     * @param type the class of the result
     * @param derivation a pure function with an immutable result
     * @param <T> the type of the result
     * @return the kept result
     */
    public <T> T derived(Class<T> type, Function<EntitlementSnapshot, T> derivation) {
        Object kept = derived;
        if (!type.isInstance(kept)) {
            kept = derivation.apply(this);
            derived = kept;
        }
        return type.cast(kept);
    }

    /**
     * Tells whether two snapshots grant and deny the same, whenever they were made.
     *
     * @param other the other
     * @return whether their entitlements and their denial are equal
     */
    public boolean saysTheSameAs(EntitlementSnapshot other) {
        return entitlements.equals(other.entitlements) && denial.equals(other.denial);
    }

    private boolean isOlderThan(EntitlementSnapshot other) {
        if (updatedAt.isPresent() && other.updatedAt.isPresent() && !updatedAt.equals(other.updatedAt)) {
            return updatedAt.get().isBefore(other.updatedAt.get());
        }
        return fetchedAt.isBefore(other.fetchedAt);
    }

    private @Nullable EntitlementFact find(EntitlementRef ref) {
        for (EntitlementFact fact : entitlements) {
            if (fact.ref().equals(ref)) {
                return fact;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntitlementSnapshot that
                && scope.equals(that.scope)
                && entitlements.equals(that.entitlements)
                && denial.equals(that.denial)
                && updatedAt.equals(that.updatedAt)
                && fetchedAt.equals(that.fetchedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, entitlements, denial, updatedAt, fetchedAt);
    }

    @Override
    public String toString() {
        return "EntitlementSnapshot[" + scope + ", " + entitlements.size() + " entitlements, denial="
                + denial.map(Denial::wireName).orElse("none") + ", updatedAt="
                + updatedAt.map(Instant::toString).orElse("unknown") + ", fetchedAt=" + fetchedAt + "]";
    }
}
