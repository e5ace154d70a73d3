package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Paging;
import io.stigg.sdk.argument.Arguments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads how usage of a feature went. Immutable.
 *
 * @param customerId the customer's id
 * @param featureId the feature's id
 * @param startDate since when
 * @param resourceId the resource's id, empty for the customer itself
 * @param endDate up to when, empty for now
 * @param groupBy names of dimensions of usage to tell it apart by
 * @param includeInactiveSubscriptions whether usage under subscriptions that have ended is told as well, empty for
 *     Stigg's default
 * @param paging which part of the history
 */
public record GetUsageHistoryV2(
        String customerId,
        String featureId,
        Instant startDate,
        Optional<String> resourceId,
        Optional<Instant> endDate,
        List<String> groupBy,
        Optional<Boolean> includeInactiveSubscriptions,
        Optional<Paging> paging)
        implements UsageRequest<UsageHistoryV2> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetUsageHistoryV2 {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureId, "featureId");
        requireNonNull(startDate, "startDate");
        Arguments.text(resourceId, "resourceId");
        requireNonNull(endDate, "endDate");
        groupBy = List.copyOf(groupBy);
        groupBy.forEach(name -> Arguments.text(name, "groupBy"));
        requireNonNull(includeInactiveSubscriptions, "includeInactiveSubscriptions");
        requireNonNull(paging, "paging");
        if (endDate.isPresent() && endDate.get().isBefore(startDate)) {
            throw new IllegalArgumentException("endDate must not be before startDate");
        }
    }

    /**
     * Begins a request.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param startDate since when
     * @return a builder
     */
    public static Builder builder(String customerId, String featureId, Instant startDate) {
        return new Builder(customerId, featureId, startDate);
    }

    /** Collects the members of a request. Not thread-safe. */
    public static final class Builder {
        private final String customerId;
        private final String featureId;
        private final Instant startDate;
        private Optional<String> resourceId = Optional.empty();
        private Optional<Instant> endDate = Optional.empty();
        private List<String> groupBy = List.of();
        private Optional<Boolean> includeInactiveSubscriptions = Optional.empty();
        private Optional<Paging> paging = Optional.empty();

        private Builder(String customerId, String featureId, Instant startDate) {
            this.customerId = customerId;
            this.featureId = featureId;
            this.startDate = startDate;
        }

        /**
         * Asks for the usage of a resource of the customer.
         *
         * @param value the resource's id
         * @return this builder
         */
        public Builder resourceId(String value) {
            resourceId = Optional.of(value);
            return this;
        }

        /**
         * Sets up to when usage is told.
         *
         * @param value the end; without one up to now
         * @return this builder
         */
        public Builder endDate(Instant value) {
            endDate = Optional.of(value);
            return this;
        }

        /**
         * Has usage told apart by dimensions.
         *
         * @param value names of dimensions of usage
         * @return this builder
         */
        public Builder groupBy(List<String> value) {
            groupBy = value;
            return this;
        }

        /**
         * Sets whether usage under subscriptions that have ended is told as well.
         *
         * @param value whether it is; without it Stigg's default counts
         * @return this builder
         */
        public Builder includeInactiveSubscriptions(boolean value) {
            includeInactiveSubscriptions = Optional.of(value);
            return this;
        }

        /**
         * Sets which part of the history is told.
         *
         * @param value which of it
         * @return this builder
         */
        public Builder paging(Paging value) {
            paging = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member, or what they come to together, cannot be meant
         */
        public GetUsageHistoryV2 build() {
            return new GetUsageHistoryV2(
                    customerId,
                    featureId,
                    startDate,
                    resourceId,
                    endDate,
                    groupBy,
                    includeInactiveSubscriptions,
                    paging);
        }
    }
}
