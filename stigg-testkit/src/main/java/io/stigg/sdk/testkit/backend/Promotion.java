package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A feature granted to a customer beside its subscriptions.
 *
 * @param grant what is granted
 * @param start since when
 * @param end up to when, empty for ever
 * @param isVisible whether the customer is shown it
 * @param groups the ids of the feature groups that it was granted with
 */
record Promotion(Grant grant, Instant start, Optional<Instant> end, boolean isVisible, Set<String> groups) {
    Promotion {
        groups = Set.copyOf(groups);
    }

    String featureId() {
        return grant.featureId();
    }

    boolean isLive(Instant now) {
        return end.isEmpty() || end.get().isAfter(now);
    }

    boolean isOf(String groupId) {
        return groups.contains(groupId);
    }

    Promotion in(Set<String> otherGroups) {
        return new Promotion(grant, start, end, isVisible, otherGroups);
    }

    Promotion joining(String groupId) {
        Set<String> more = new LinkedHashSet<>(groups);
        more.add(groupId);
        return in(more);
    }

    Promotion leaving(String groupId) {
        Set<String> fewer = new LinkedHashSet<>(groups);
        fewer.remove(groupId);
        return in(fewer);
    }
}
