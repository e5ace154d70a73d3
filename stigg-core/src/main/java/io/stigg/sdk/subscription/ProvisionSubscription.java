package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * Subscribes a customer to a plan. A live subscription to the same product is replaced. Where a payment is needed and
 * the customer cannot be charged, the answer says where it pays. Immutable.
 *
 * @param customerId the customer's id
 * @param selection the plan, and the terms
 * @param startDate when it starts, empty for now; in the past to backdate, in the future to schedule. A subscription
 *     to the same product that runs is cancelled then
 * @param cancellationDate when it is cancelled, empty for never
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param scheduleStrategy when it takes the place of a paid one that runs, empty for what the product's rules say
 * @param skipTrial whether the plan's trial is left out; {@link PlanSelection#trialOverrideConfiguration} is the
 *     newer way to say it
 * @param checkoutOptions how the page looks on which the customer pays, if it has to
 */
public record ProvisionSubscription(
        String customerId,
        @ApiName("") PlanSelection selection,
        Optional<Instant> startDate,
        Optional<Instant> cancellationDate,
        Optional<String> payingCustomerId,
        Optional<ScheduleStrategy> scheduleStrategy,
        Optional<Boolean> skipTrial,
        Optional<CheckoutOptions> checkoutOptions)
        implements SubscriptionRequest<ProvisionedSubscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ProvisionSubscription {
        Arguments.text(customerId, "customerId");
        requireNonNull(selection, "selection");
        requireNonNull(startDate, "startDate");
        requireNonNull(cancellationDate, "cancellationDate");
        Terms.checkDates(startDate, cancellationDate);
        Arguments.text(payingCustomerId, "payingCustomerId");
        Arguments.known(scheduleStrategy, "scheduleStrategy");
        requireNonNull(skipTrial, "skipTrial");
        Terms.checkTrial(skipTrial, selection);
        requireNonNull(checkoutOptions, "checkoutOptions");
    }

    /**
     * Subscribes a customer from now on.
     *
     * @param customerId the customer's id
     * @param selection the plan, and the terms
     * @return the request
     * @throws IllegalArgumentException if the customer's id is blank
     */
    public static ProvisionSubscription of(String customerId, PlanSelection selection) {
        return builder(customerId, selection).build();
    }

    /**
     * Begins a request.
     *
     * @param customerId the customer's id
     * @param selection the plan, and the terms
     * @return the builder
     */
    public static Builder builder(String customerId, PlanSelection selection) {
        return new Builder(customerId, selection);
    }

    /**
     * Sets when the subscription starts.
     *
     * @param instant the instant; in the past to backdate, in the future to schedule
     * @return the changed request
     * @throws IllegalArgumentException if it would be cancelled before
     */
    public ProvisionSubscription startingAt(Instant instant) {
        return new ProvisionSubscription(
                customerId,
                selection,
                Optional.of(instant),
                cancellationDate,
                payingCustomerId,
                scheduleStrategy,
                skipTrial,
                checkoutOptions);
    }

    /**
     * Returns whose entitlements the subscription changes.
     *
     * @return the customer, or the resource that is subscribed
     */
    public CustomerScope scope() {
        return new CustomerScope(customerId, selection.resourceId());
    }

    /** Collects the members of the request. Not thread-safe; confine it to one thread. */
    public static final class Builder extends SubscribingBuilder<Builder> {
        private Optional<Boolean> skipTrial = Optional.empty();
        private Optional<CheckoutOptions> checkoutOptions = Optional.empty();

        private Builder(String customerId, PlanSelection selection) {
            super(customerId, selection);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Leaves the trial of the plan out. {@link PlanSelection.Builder#trialOverrideConfiguration} is the newer way to
         * say it.
         *
         * @return this builder
         */
        public Builder skipTrial() {
            skipTrial = Optional.of(true);
            return this;
        }

        /**
         * Sets how the page looks on which the customer pays, and where it leads.
         *
         * @param value the options
         * @return this builder
         */
        public Builder checkoutOptions(CheckoutOptions value) {
            checkoutOptions = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if it cannot be meant
         */
        public ProvisionSubscription build() {
            return new ProvisionSubscription(
                    customerId,
                    selection,
                    startDate,
                    cancellationDate,
                    payingCustomerId,
                    scheduleStrategy,
                    skipTrial,
                    checkoutOptions);
        }
    }
}
