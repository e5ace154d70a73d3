package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which features belong together. The catalogue does not say: a group is what is granted first under its id. Not
 * thread-safe; guarded by the environment.
 */
final class FeatureGroups {
    private final Map<String, Set<String>> features = new HashMap<>();

    /** Checks a grant of a group against what belongs to it, or learns that from it. */
    Set<String> check(String groupId, Set<String> granted, Set<String> held, Refusals refusals) {
        Set<String> members = features.getOrDefault(groupId, granted);
        if (members.isEmpty()) {
            throw notFound(groupId, refusals);
        }
        granted.stream().filter(id -> !members.contains(id)).findFirst().ifPresent(id -> {
            throw refusals.because(
                    ErrorCode.FEATURE_NOT_BELONG_TO_FEATURE_GROUP_ERROR, id + " does not belong to " + groupId);
        });
        members.stream()
                .filter(id -> !granted.contains(id) && !held.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw refusals.because(
                            ErrorCode.FEATURE_GROUP_MISSING_FEATURES_ERROR, id + " of " + groupId + " is missing");
                });
        features.put(groupId, members);
        return members;
    }

    static RuntimeException notFound(String groupId, Refusals refusals) {
        return refusals.because(ErrorCode.FEATURE_GROUP_NOT_FOUND_ERROR, "Feature group not found: " + groupId);
    }
}
