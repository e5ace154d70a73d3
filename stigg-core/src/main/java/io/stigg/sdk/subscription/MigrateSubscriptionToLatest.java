package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * Takes a subscription over to the latest versions of its plan and add-ons. What that costs more or less is prorated.
 * Immutable.
 *
 * @param subscriptionId its id
 * @param migrationTime when, empty for now
 */
public record MigrateSubscriptionToLatest(
        String subscriptionId,
        @ApiName("subscriptionMigrationTime") Optional<MigrationTime> migrationTime)
        implements SubscriptionRequest<MigratedSubscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public MigrateSubscriptionToLatest {
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.known(migrationTime, "migrationTime");
    }

    /**
     * Takes it over now.
     *
     * @param subscriptionId its id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static MigrateSubscriptionToLatest of(String subscriptionId) {
        return new MigrateSubscriptionToLatest(subscriptionId, Optional.empty());
    }

    /**
     * Says when.
     *
     * @param time the time
     * @return the changed request
     * @throws IllegalArgumentException if the time is not known
     */
    public MigrateSubscriptionToLatest at(MigrationTime time) {
        return new MigrateSubscriptionToLatest(subscriptionId, Optional.of(time));
    }
}
