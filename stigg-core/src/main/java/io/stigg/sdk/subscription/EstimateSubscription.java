package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what a subscription would cost, if it was provisioned. Changes nothing. What has no bearing on the price
 * is not sent: the subscription's ids and metadata, the payment collection method, and whether a payment is awaited.
 * Agreed prices, least and most amounts, entitlements and the anchor of the billing cycle cannot be estimated, so a
 * selection with any of them is refused. {@link PreviewSubscription} tells more. Immutable.
 *
 * @param customerId the customer's id
 * @param selection the plan, its add-ons, quantities and terms
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param startDate when it would start, empty for now
 * @param skipTrial whether a trial that the plan has is left out, empty for not
 */
public record EstimateSubscription(
        String customerId,
        @ApiName("") PlanSelection selection,
        Optional<String> payingCustomerId,
        Optional<Instant> startDate,
        Optional<Boolean> skipTrial)
        implements SubscriptionRequest<SubscriptionPreview> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public EstimateSubscription {
        requireNonNull(startDate, "startDate");
        Arguments.text(customerId, "customerId");
        Terms.requireWithout(
                selection,
                "EstimateSubscription",
                Set.of(
                        "billingCycleAnchor",
                        "budget",
                        "minimumSpend",
                        "priceOverrides",
                        "entitlements",
                        "subscriptionEntitlements"));
        Terms.checkTrial(skipTrial, selection);
        Arguments.text(payingCustomerId, "payingCustomerId");
    }

    /**
     * Works out a subscription that would start now.
     *
     * @param customerId the customer's id
     * @param selection the plan, its add-ons, quantities and terms
     * @return the request
     * @throws IllegalArgumentException if the id is blank, or the selection has terms that cannot be previewed
     */
    public static EstimateSubscription of(String customerId, PlanSelection selection) {
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
        private Optional<Boolean> skipTrial = Optional.empty();

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
         * Says whether a trial that the plan has is left out.
         *
         * @param choice whether it is
         * @return this builder
         */
        public Builder skipTrial(boolean choice) {
            skipTrial = Optional.of(choice);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public EstimateSubscription build() {
            return new EstimateSubscription(customerId, selection, payingCustomerId, startDate, skipTrial);
        }
    }
}
