package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what a subscription would cost, if it was provisioned: at once, and in each period. Changes nothing. What
 * has no bearing on the price is not sent: the subscription's ids and metadata, the payment collection method, and
 * whether a payment is awaited. Agreed prices, least and most amounts, and entitlements cannot be previewed, so a
 * selection with any of them is refused. Immutable.
 *
 * @param customerId the customer's id
 * @param selection the plan, its add-ons, quantities and terms
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param startDate when it would start, empty for now
 * @param scheduleStrategy when the change would be made that it is for the customer, empty for what the product is
 *     set to
 */
public record PreviewSubscription(
        String customerId,
        @ApiName("") PlanSelection selection,
        Optional<String> payingCustomerId,
        Optional<Instant> startDate,
        Optional<ScheduleStrategy> scheduleStrategy)
        implements SubscriptionRequest<SubscriptionPreviewV2> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PreviewSubscription {
        requireNonNull(startDate, "startDate");
        Arguments.text(customerId, "customerId");
        Terms.requireWithout(
                selection,
                "PreviewSubscription",
                Set.of(
                        "priceUnitAmount",
                        "budget",
                        "minimumSpend",
                        "priceOverrides",
                        "entitlements",
                        "subscriptionEntitlements"));
        Arguments.text(payingCustomerId, "payingCustomerId");
        Arguments.known(scheduleStrategy, "scheduleStrategy");
    }

    /**
     * Works out a subscription that would start now.
     *
     * @param customerId the customer's id
     * @param selection the plan, its add-ons, quantities and terms
     * @return the request
     * @throws IllegalArgumentException if the id is blank, or the selection has terms that cannot be previewed
     */
    public static PreviewSubscription of(String customerId, PlanSelection selection) {
        return builder(customerId, selection).build();
    }

    /**
     * Starts a request.
     *
     * @param customerId the customer's id
     * @param selection the plan, its add-ons, quantities and terms
     * @return the builder
     */
    public static Builder builder(String customerId, PlanSelection selection) {
        return new Builder(customerId, selection);
    }

    /** Makes requests. Not thread-safe. */
    public static final class Builder {
        private final String customerId;
        private final PlanSelection selection;
        private Optional<String> payingCustomerId = Optional.empty();
        private Optional<Instant> startDate = Optional.empty();
        private Optional<ScheduleStrategy> scheduleStrategy = Optional.empty();

        private Builder(String customerId, PlanSelection selection) {
            this.customerId = customerId;
            this.selection = selection;
        }

        /**
         * Says who pays, where that is another customer.
         *
         * @param id the id of the customer who pays
         * @return this builder
         */
        public Builder payingCustomerId(String id) {
            payingCustomerId = Optional.of(id);
            return this;
        }

        /**
         * Sets when the subscription would start.
         *
         * @param instant the instant
         * @return this builder
         */
        public Builder startDate(Instant instant) {
            startDate = Optional.of(instant);
            return this;
        }

        /**
         * Sets when the change would be made.
         *
         * @param strategy the strategy
         * @return this builder
         */
        public Builder scheduleStrategy(ScheduleStrategy strategy) {
            scheduleStrategy = Optional.of(strategy);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public PreviewSubscription build() {
            return new PreviewSubscription(customerId, selection, payingCustomerId, startDate, scheduleStrategy);
        }
    }
}
