package io.stigg.sdk.port;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a cache says when it is asked for a scope. Immutable, apart from a memo that is invisible but for its speed.
 *
 * <p>A cache in this process answers {@link #hit} or {@link #miss} at once. A remote one answers {@link #pending} and
 * never makes its caller wait. A local cache keeps one hit for each snapshot and returns it again and again, so that a
 * look-up allocates nothing; what it needs to know of the use of the hit it can keep in a subclass.
 */
public class CacheLookup {
    private static final CacheLookup MISS = new CacheLookup(null, null);

    private final @Nullable EntitlementSnapshot snapshot;
    private final @Nullable CompletionStage<Optional<EntitlementSnapshot>> pending;

    // A plain field: what is kept here is immutable itself, so a race costs a second look and nothing else.
    private @Nullable Object derived;

    private CacheLookup(
            @Nullable EntitlementSnapshot snapshot, @Nullable CompletionStage<Optional<EntitlementSnapshot>> pending) {
        this.snapshot = snapshot;
        this.pending = pending;
    }

    /**
     * Makes a hit that a cache keeps.
     *
     * @param snapshot what is held
     */
    protected CacheLookup(EntitlementSnapshot snapshot) {
        this(requireNonNull(snapshot, "snapshot"), null);
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
    public final @Nullable EntitlementSnapshot snapshotOrNull() {
        return snapshot;
    }

    /**
     * Returns what {@link EntitlementSnapshot#derived} keeps beside the snapshot, without a look at the snapshot itself.
     * For the core. Safe from any thread.
     *
     * @param type the class of the result
     * @param derivation a pure function with an immutable result
     * @param <T> the type of the result
     * @return the kept result, or null after a miss or while it is pending
     */
    public final <T> @Nullable T derivedOrNull(Class<T> type, Function<EntitlementSnapshot, T> derivation) {
        Object kept = derived;
        if (!type.isInstance(kept)) {
            if (snapshot == null) {
                return null;
            }
            kept = snapshot.derived(type, derivation);
            derived = kept;
        }
        return type.cast(kept);
    }

    /**
     * Returns the look-up that is under way.
     *
     * @return the stage, empty when the answer is known at once
     */
    public final Optional<CompletionStage<Optional<EntitlementSnapshot>>> whenPending() {
        return Optional.ofNullable(pending);
    }
}
