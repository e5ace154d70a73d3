package io.stigg.sdk.port;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a cache says when it is asked for a scope. Immutable.
 *
 * <p>A cache in this process answers {@link #hit} or {@link #miss} at once. A remote one answers {@link #pending} and
 * never makes its caller wait. A local cache keeps one hit beside each snapshot and returns it again and again, so that a
 * look-up allocates nothing.
 */
public final class CacheLookup {
    private static final CacheLookup MISS = new CacheLookup(null, null);

    private final @Nullable EntitlementSnapshot snapshot;
    private final @Nullable CompletionStage<Optional<EntitlementSnapshot>> pending;

    private CacheLookup(
            @Nullable EntitlementSnapshot snapshot, @Nullable CompletionStage<Optional<EntitlementSnapshot>> pending) {
        this.snapshot = snapshot;
        this.pending = pending;
    }

    /**
     * Something is held.
     *
     * @param snapshot what is held
     * @return the answer
     */
    public static CacheLookup hit(EntitlementSnapshot snapshot) {
        return new CacheLookup(requireNonNull(snapshot, "snapshot"), null);
    }

    /**
     * Nothing is held.
     *
     * @return the answer
     */
    public static CacheLookup miss() {
        return MISS;
    }

    /**
     * It takes a moment to find out.
     *
     * @param pending what is held, empty when nothing is; a failed stage counts as empty
     * @return the answer
     */
    public static CacheLookup pending(CompletionStage<Optional<EntitlementSnapshot>> pending) {
        return new CacheLookup(null, requireNonNull(pending, "pending"));
    }

    /**
     * Returns what is held, if that is known at once.
     *
     * @return the snapshot, or null after a miss or while it is pending
     */
    public @Nullable EntitlementSnapshot snapshotOrNull() {
        return snapshot;
    }

    /**
     * Returns the look-up that is under way.
     *
     * @return the stage, empty when the answer is known at once
     */
    public Optional<CompletionStage<Optional<EntitlementSnapshot>>> whenPending() {
        return Optional.ofNullable(pending);
    }
}
