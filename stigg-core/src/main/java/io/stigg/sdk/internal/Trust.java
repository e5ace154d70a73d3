package io.stigg.sdk.internal;

import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import java.time.Instant;

/**
 * Judges how far what is held can be trusted: by when it was fetched, and by what has become of the stream since.
 *
 * <p>While the stream is open, what was fetched since it opened does not age: whatever changes is told. What was fetched
 * before a <em>mark</em> is stale: it was right until the mark, and may have changed unnoticed since. A mark is set when
 * the stream opens, when it is lost, and when everything may have changed at once. Without a stream, only age counts; and
 * for one TTL after a mark it counts as well, because an answer may come from a place that has not heard yet of what
 * changed before the mark, and of that nobody tells any more.
 *
 * <p>Marks and the times of fetches are milliseconds, in which much can happen; so a mark is later than every fetch that
 * was asked for before it, and {@link #stamp} moves a fetch that was asked for after a mark not to be earlier than it.
 *
 * <p>Thread-safe. {@link #isFresh} is on the path of every check: it reads one field.
 */
public final class Trust {
    private final SdkClock clock;
    private final long ttlMillis;
    private final long refreshAfterMillis;
    private volatile View view;
    private long latestMillis = Long.MIN_VALUE;

    /**
     * Starts without a stream.
     *
     * @param clock tells the time
     * @param settings the ages that count
     */
    public Trust(SdkClock clock, CheckSettings settings) {
        this.clock = clock;
        this.ttlMillis = settings.entitlementTtl().toMillis();
        this.refreshAfterMillis = ttlMillis - ttlMillis / 5;
        this.view = new View(false, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    /**
     * What is known of the stream at one moment.
     *
     * @param isLive whether it is open
     * @param mark what was fetched before is stale
     * @param ageless what was fetched from here on does not age
     * @param provenFrom what was fetched from here on, and is stale, was told of every change for a while...
     * @param provenUntil ...that ended here
     */
    private record View(boolean isLive, long mark, long ageless, long provenFrom, long provenUntil) {
        long age(long fetchedAt, long now) {
            if (fetchedAt >= mark) {
                return fetchedAt >= ageless ? 0 : now - fetchedAt;
            }
            return now - (fetchedAt >= provenFrom ? Math.max(fetchedAt, provenUntil) : fetchedAt);
        }
    }

    /** Tells whether nothing need be done before it is used. */
    boolean isFresh(long fetchedAtMillis, long nowMillis) {
        View now = view;
        return fetchedAtMillis >= now.ageless
                || (fetchedAtMillis >= now.mark && nowMillis - fetchedAtMillis < refreshAfterMillis);
    }

    /** Tells whether it is young enough to be used, if only as stale. */
    boolean isYoung(EntitlementSnapshot held, long nowMillis) {
        return view.age(held.fetchedAtMillis(), nowMillis) < ttlMillis;
    }

    /** Tells whether it may have changed unnoticed. */
    boolean isStale(EntitlementSnapshot held) {
        return held.fetchedAtMillis() < view.mark;
    }

    /** Tells whether it may have changed unnoticed, and will not age any more once it is fetched again. */
    boolean isToBeCaughtUp(EntitlementSnapshot held) {
        View now = view;
        return now.isLive && held.fetchedAtMillis() < now.mark;
    }

    /** Tells whether it is time to ask again for what is used meanwhile. */
    boolean wantsRefresh(EntitlementSnapshot held, long nowMillis) {
        return view.age(held.fetchedAtMillis(), nowMillis) >= refreshAfterMillis || isToBeCaughtUp(held);
    }

    /** Returns for how long it has not been known to be right. */
    long ageMillis(EntitlementSnapshot held, long nowMillis) {
        return view.age(held.fetchedAtMillis(), nowMillis);
    }

    /** Takes note that something is asked for now; returns the mark that the answer is later than. */
    synchronized long asking() {
        latestMillis = Math.max(latestMillis, clock.now().toEpochMilli());
        return view.mark;
    }

    /** Makes sure that an answer is not taken for one that was asked for before a mark. */
    synchronized EntitlementSnapshot stamp(EntitlementSnapshot answer, long askedAfterMark) {
        EntitlementSnapshot stamped = answer.fetchedAtMillis() >= askedAfterMark
                ? answer
                : answer.withFetchedAt(Instant.ofEpochMilli(askedAfterMark));
        latestMillis = Math.max(latestMillis, stamped.fetchedAtMillis());
        return stamped;
    }

    /** As {@link #stamp}, for what Stigg has told by itself now. */
    synchronized EntitlementSnapshot stamp(EntitlementSnapshot told) {
        return stamp(told, view.mark);
    }

    /** The stream is open. */
    void opened() {
        mark(true);
    }

    /** The stream is lost. */
    void lost() {
        mark(false);
    }

    /** Everything may have changed. */
    void everythingChanged() {
        mark(view.isLive);
    }

    private synchronized void mark(boolean isLive) {
        View before = view;
        long now = clock.now().toEpochMilli();
        long mark = Math.max(now, latestMillis + 1);
        latestMillis = Math.max(latestMillis, mark);
        view = new View(
                isLive,
                mark,
                isLive ? mark + ttlMillis : Long.MAX_VALUE,
                before.isLive ? before.ageless : before.provenFrom,
                before.isLive ? now : before.provenUntil);
    }
}
