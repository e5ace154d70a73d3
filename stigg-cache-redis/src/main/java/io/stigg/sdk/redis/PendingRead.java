package io.stigg.sdk.redis;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A look into Redis that is under way, for everyone who looks for the same meanwhile; and what has become known of its
 * scope since, which what is read may be older than. Thread-safe.
 */
final class PendingRead {
    /** So much news during one read is better read again. */
    private static final int MOST_NEWS = 1_000;

    private final CompletableFuture<Found> outcome = new CompletableFuture<>();
    private final List<UnaryOperator<EntitlementSnapshot>> news = new ArrayList<>();
    private boolean isOutdated;

    CompletableFuture<Found> outcome() {
        return outcome;
    }

    /** Something has changed. */
    synchronized void tell(UnaryOperator<EntitlementSnapshot> change) {
        if (news.size() < MOST_NEWS) {
            news.add(change);
        } else {
            isOutdated = true;
        }
    }

    /** What is read holds no longer. */
    synchronized void outdate() {
        isOutdated = true;
    }

    /** Returns what was read with what has become known since; nothing if that holds no longer. */
    synchronized Found current(@Nullable Found read) {
        if (read == null || isOutdated) {
            return Found.nothing();
        }
        Optional<EntitlementSnapshot> snapshot = read.snapshot();
        for (UnaryOperator<EntitlementSnapshot> change : news) {
            snapshot = snapshot.map(change);
        }
        return new Found(snapshot, read.lacksCustomer());
    }
}
