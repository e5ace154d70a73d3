package io.stigg.sdk.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long what is in Redis has been right.
 *
 * <p>While one process follows Stigg for all, it applies every change to what is in Redis. Such a stretch of time has a
 * name. A set that was fetched within a stretch carries its name, and is as good as fetched anew for as long as that
 * stretch lasts, whoever reads it; when the stretch is over, it was right until then. No clocks are compared for that.
 *
 * <p>What is fetched soon after a stretch has begun carries no name: it may come from a place that has not heard of what
 * changed just before.
 *
 * <p>Where Stigg's persistent-cache-service keeps Redis up to date, everything in it is right at any time.
 *
 * <p>Thread-safe.
 */
final class Followed {
    /** For so long an answer may lag behind what Stigg tells; Stigg's documentation names it for polling. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final boolean byService;
    private volatile @Nullable Stretch current;

    private Followed(boolean byService) {
        this.byService = byService;
    }

    /** Redis is kept up to date by the processes that use it. */
    static Followed byProcesses() {
        return new Followed(false);
    }

    /** Redis is kept up to date by somebody else. */
    static Followed byService() {
        return new Followed(true);
    }

    /**
     * A stretch of time, as this process knows it.
     *
     * @param name tells it from others
     * @param joinedAt since when this process has known that it lasts
     * @param endedAt when it was last known to last; null while it lasts
     */
    private record Stretch(
            String name, Instant joinedAt, @Nullable Instant endedAt) {
        boolean isOver() {
            return endedAt != null;
        }
    }

    /** A stretch lasts, by what is known now. */
    synchronized void lasts(String name, Instant now) {
        Stretch known = current;
        if (known == null || known.isOver() || !known.name().equals(name)) {
            current = new Stretch(name, now, null);
        }
    }

    /** A stretch lasted until an instant, and may be over since. */
    synchronized void lastedUntil(String name, Instant until) {
        current = new Stretch(name, until, until);
    }

    /** The stretch, if there was one, is over. */
    synchronized void isOver(Instant now) {
        Stretch known = current;
        if (known != null && !known.isOver()) {
            current = new Stretch(known.name(), known.joinedAt(), now);
        }
    }

    /** Returns until when a set was right at least, of what was read at an instant. */
    Optional<Instant> rightUntil(SetMetadata metadata, Instant readAt) {
        if (byService) {
            return Optional.of(readAt);
        }
        Stretch known = current;
        if (known == null || !metadata.followed().filter(known.name()::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(known.endedAt() == null ? readAt : known.endedAt());
    }

    /** Returns the name for what was asked for at an instant. */
    Optional<String> nameSince(Instant askedAt) {
        Stretch known = current;
        return known == null
                        || known.isOver()
                        || askedAt.isBefore(known.joinedAt().plus(SETTLING))
                ? Optional.empty()
                : Optional.of(known.name());
    }
}
