package io.stigg.sdk.redis;

import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is held of a set that another one may replace. Immutable.
 *
 * @param isThere whether there is any, and it belongs together
 * @param updatedAt when Stigg calculated it, if that is known
 * @param timestamp the timestamp beside it
 * @param metadata what else stands beside it
 */
record HeldSet(boolean isThere, Optional<Instant> updatedAt, Optional<Instant> timestamp, SetMetadata metadata) {
    /** Finds the set among values. */
    static HeldSet in(Map<String, String> values, String set, String metadata) {
        Optional<Instant> timestamp = Json.timestamp(values.get(Keys.timestamp(set)));
        boolean isThere = values.get(set) != null && timestamp.isPresent();
        // Node dates an empty set at 0, which is no time of Stigg's.
        Optional<Instant> byNode = "{}".equals(values.get(set)) ? Optional.empty() : timestamp;
        try {
            SetMetadata known = SetMetadata.in(values, set, metadata);
            return new HeldSet(
                    isThere && !SetMetadata.isTorn(values, set, metadata),
                    known.fetchedAt().isPresent() ? known.updatedAt() : byNode,
                    timestamp,
                    known);
        } catch (JsonParseException | IllegalArgumentException senseless) {
            return new HeldSet(isThere, byNode, timestamp, SetMetadata.none());
        }
    }

    boolean isNewerThan(Write write) {
        Optional<Instant> arriving = write.snapshot().updatedAt();
        if (isThere && updatedAt.isPresent() && arriving.isPresent() && !updatedAt.equals(arriving)) {
            return arriving.get().isBefore(updatedAt.get());
        }
        return isThere
                && metadata.fetchedAt()
                        .filter(write.snapshot().fetchedAt()::isBefore)
                        .isPresent();
    }
}
