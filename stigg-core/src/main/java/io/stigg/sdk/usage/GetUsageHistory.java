package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads how usage of a feature went, in the older way; {@link GetUsageHistoryV2} replaces it. Immutable.
 *
 * @param customerId the customer's id
 * @param featureId the feature's id
 * @param startDate since when
 * @param resourceId the resource's id, empty for the customer itself
 * @param endDate up to when, empty for now
 * @param groupBy names of dimensions of usage to tell it apart by
 * @param resetPeriod in which periods usage is counted, empty for those of the entitlement
 */
public record GetUsageHistory(
        @ApiName("customerRefId") String customerId,
        @ApiName("featureRefId") String featureId,
        Instant startDate,
        @ApiName("resourceRefId") Optional<String> resourceId,
        Optional<Instant> endDate,
        List<String> groupBy,
        Optional<ResetPeriod> resetPeriod)
        implements UsageRequest<UsageHistory> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetUsageHistory {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureId, "featureId");
        requireNonNull(startDate, "startDate");
        Arguments.text(resourceId, "resourceId");
        requireNonNull(endDate, "endDate");
        groupBy = List.copyOf(groupBy);
        groupBy.forEach(name -> Arguments.text(name, "groupBy"));
        requireNonNull(resetPeriod, "resetPeriod").ifPresent(reset -> {
            Arguments.known(reset.unit(), "resetPeriod");
            Arguments.known(reset.accordingTo(), "resetPeriod");
        });
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
        private Optional<ResetPeriod> resetPeriod = Optional.empty();

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
         * Sets in which periods usage is counted.
         *
         * @param value the period; without it that of the entitlement counts
         * @return this builder
         */
        public Builder resetPeriod(ResetPeriod value) {
            resetPeriod = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member, or what they come to together, cannot be meant
         */
        public GetUsageHistory build() {
            return new GetUsageHistory(customerId, featureId, startDate, resourceId, endDate, groupBy, resetPeriod);
        }
    }
}
