package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Paging;
import io.stigg.sdk.argument.Arguments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a customer consumed of its credits. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param currencyId the currency's id
 * @param timeRange how far back; not together with a start or an end
 * @param startDate since when
 * @param endDate up to when, empty for now
 * @param groupBy names of dimensions of usage to tell consumption apart by
 * @param paging which of the features
 */
public record GetCreditUsage(
        String customerId,
        Optional<String> resourceId,
        Optional<String> currencyId,
        Optional<CreditUsageTimeRange> timeRange,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        List<String> groupBy,
        Optional<Paging> paging)
        implements CreditRequest<CreditUsage> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCreditUsage {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(currencyId, "currencyId");
        requireNonNull(timeRange, "timeRange");
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        groupBy = List.copyOf(groupBy);
        groupBy.forEach(name -> Arguments.text(name, "groupBy"));
        requireNonNull(paging, "paging");
        if (timeRange.isPresent() && (startDate.isPresent() || endDate.isPresent())) {
            throw new IllegalArgumentException("timeRange excludes startDate and endDate");
        }
        if (startDate.isPresent() && endDate.isPresent() && !endDate.get().isAfter(startDate.get())) {
            throw new IllegalArgumentException("endDate must be after startDate");
        }
    }

    /**
     * Begins a request.
     *
     * @param customerId the customer's id
     * @return a builder
     */
    public static Builder builder(String customerId) {
        return new Builder(customerId);
    }

    /** Collects the members of a request. Not thread-safe. */
    public static final class Builder {
        private final String customerId;
        private Optional<String> resourceId = Optional.empty();
        private Optional<String> currencyId = Optional.empty();
        private Optional<CreditUsageTimeRange> timeRange = Optional.empty();
        private Optional<Instant> startDate = Optional.empty();
        private Optional<Instant> endDate = Optional.empty();
        private List<String> groupBy = List.of();
        private Optional<Paging> paging = Optional.empty();

        private Builder(String customerId) {
            this.customerId = customerId;
        }

        /**
         * Asks for what a resource of the customer consumed.
         *
         * @param value the resource's id
         * @return this builder
         */
        public Builder resourceId(String value) {
            resourceId = Optional.of(value);
            return this;
        }

        /**
         * Sets the currency.
         *
         * @param value the currency's id
         * @return this builder
         */
        public Builder currencyId(String value) {
            currencyId = Optional.of(value);
            return this;
        }

        /**
         * Sets how far back consumption is told.
         *
         * @param value how far back; not together with a start or an end
         * @return this builder
         */
        public Builder timeRange(CreditUsageTimeRange value) {
            timeRange = Optional.of(value);
            return this;
        }

        /**
         * Sets since when consumption is told.
         *
         * @param value the start
         * @return this builder
         */
        public Builder startDate(Instant value) {
            startDate = Optional.of(value);
            return this;
        }

        /**
         * Sets up to when consumption is told.
         *
         * @param value the end
         * @return this builder
         */
        public Builder endDate(Instant value) {
            endDate = Optional.of(value);
            return this;
        }

        /**
         * Has consumption told apart by dimensions.
         *
         * @param value names of dimensions of usage
         * @return this builder
         */
        public Builder groupBy(List<String> value) {
            groupBy = value;
            return this;
        }

        /**
         * Sets which of the features are told of.
         *
         * @param value which of the features
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
        public GetCreditUsage build() {
            return new GetCreditUsage(
                    customerId, resourceId, currencyId, timeRange, startDate, endDate, groupBy, paging);
        }
    }
}
