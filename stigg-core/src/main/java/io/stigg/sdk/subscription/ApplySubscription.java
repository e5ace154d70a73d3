package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribes a customer to a plan, or changes its subscription to it, whatever there is to do; there is no checkout,
 * so that the customer has to be one who can be charged. The selection cannot hold {@code subscriptionId} and {@code
 * priceUnitAmount}. Immutable.
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
 * @param paymentMethodId what the customer pays with, by its id in the connected billing system
 * @param trialEndDate when its trial ends
 */
public record ApplySubscription(
        String customerId,
        @ApiName("") PlanSelection selection,
        Optional<Instant> startDate,
        Optional<Instant> cancellationDate,
        Optional<String> payingCustomerId,
        Optional<ScheduleStrategy> scheduleStrategy,
        Optional<Boolean> skipTrial,
        Optional<String> paymentMethodId,
        Optional<Instant> trialEndDate)
        implements SubscriptionRequest<AppliedSubscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ApplySubscription {
        Arguments.text(customerId, "customerId");
        requireNonNull(selection, "selection");
        requireNonNull(startDate, "startDate");
        requireNonNull(cancellationDate, "cancellationDate");
        Terms.checkDates(startDate, cancellationDate);
        Arguments.text(payingCustomerId, "payingCustomerId");
        Arguments.known(scheduleStrategy, "scheduleStrategy");
        requireNonNull(skipTrial, "skipTrial");
        Terms.checkTrial(skipTrial, selection);
        Arguments.text(paymentMethodId, "paymentMethodId");
        requireNonNull(trialEndDate, "trialEndDate");
        if (trialEndDate.isPresent() && skipTrial.orElse(false)) {
            throw new IllegalArgumentException("skipTrial contradicts trialEndDate");
        }
        Terms.requireWithout(selection, "ApplySubscription", Set.of("subscriptionId", "priceUnitAmount"));
    }

    /**
     * Subscribes a customer from now on.
     *
     * @param customerId the customer's id
     * @param selection the plan, and the terms
     * @return the request
     * @throws IllegalArgumentException if the customer's id is blank
     */
    public static ApplySubscription of(String customerId, PlanSelection selection) {
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
        private Optional<String> paymentMethodId = Optional.empty();
        private Optional<Instant> trialEndDate = Optional.empty();

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
         * Sets what the customer pays with.
         *
         * @param value its id in the connected billing system
         * @return this builder
         */
        public Builder paymentMethodId(String value) {
            paymentMethodId = Optional.of(value);
            return this;
        }

        /**
         * Sets when the trial ends.
         *
         * @param value when
         * @return this builder
         */
        public Builder trialEndDate(Instant value) {
            trialEndDate = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if it cannot be meant
         */
        public ApplySubscription build() {
            return new ApplySubscription(
                    customerId,
                    selection,
                    startDate,
                    cancellationDate,
                    payingCustomerId,
                    scheduleStrategy,
                    skipTrial,
                    paymentMethodId,
                    trialEndDate);
        }
    }
}
