package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

/**
 * Which experiment somebody takes part in. Immutable.
 *
 * @param id the experiment's id
 * @param name the experiment's name
 * @param groupType the group
 * @param groupName the group's name
 */
public record ExperimentInfo(String id, String name, ExperimentGroup groupType, String groupName) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ExperimentInfo {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(groupType, "groupType");
        requireNonNull(groupName, "groupName");
    }
}
