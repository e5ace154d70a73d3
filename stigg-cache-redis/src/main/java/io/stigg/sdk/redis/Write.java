package io.stigg.sdk.redis;

import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A set of entitlements that is to be written. Immutable.
 *
 * @param snapshot the set
 * @param onlyIfHeld whether to write it only if its scope is held
 * @param followed the name of the stretch that it was fetched in, see {@link Followed}
 */
record Write(EntitlementSnapshot snapshot, boolean onlyIfHeld, Optional<String> followed) {
    /**
     * For sets that Stigg does not date, the clock that they were fetched by is taken, less a minute: a clock that runs
     * ahead of Stigg's by less than that cannot make Node's guard refuse what is newer.
     */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** What came of it. */
    enum Outcome {
        /** It is there now. */
        WRITTEN,
        /** What is held is newer, and stays. */
        OLDER,
        /** Its scope is not held. */
        NOT_HELD
    }

    String entitlements() {
        return EntitlementsJson.write(snapshot.entitlements(), snapshot.scope().resourceId())
                .toString();
    }

    SetMetadata metadata() {
        return SetMetadata.of(snapshot, followed);
    }

    /** The timestamp beside the set, if nothing that is there already wants a later one. */
    Instant timestamp() {
        return snapshot.updatedAt().orElseGet(() -> {
            Instant fetched = snapshot.fetchedAt().minus(MARGIN);
            return fetched.isBefore(Instant.EPOCH) ? Instant.EPOCH : fetched;
        });
    }

    List<EntitlementFact> trackable() {
        return snapshot.entitlements().stream().filter(SharedReads::isTrackable).toList();
    }
}
