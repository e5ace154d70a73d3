package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribes a customer to a plan; there is no checkout. The selection cannot hold {@code
 * trialOverrideConfiguration}. Immutable.
 *
 * @param customerId the customer's id
 * @param selection the plan, and the terms
 * @param startDate when it starts, empty for now; in the past to backdate, in the future to schedule. A subscription
 *     to the same product that runs is cancelled then
 * @param cancellationDate when it is cancelled, empty for never
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param scheduleStrategy when it takes the place of a paid one that runs, empty for what the product's rules say
 * @param endDate when it ends, empty for one that goes on
 * @param isOverridingTrialConfig whether isTrial counts, and not what the plan says
 * @param isTrial whether it begins with a trial
 * @param trialEndBehavior what becomes of it when its trial ends, empty for what the plan says
 * @param isCustomPriceSubscription whether its price was agreed with the customer
 * @param crmId its id in the connected CRM
 * @deprecated {@link ProvisionSubscription} does the same, and leads to a checkout where it has to.
 */
@Deprecated
@SuppressWarnings("deprecation") // its builder
public record CreateSubscription(
        String customerId,
        @ApiName("") PlanSelection selection,
        Optional<Instant> startDate,
        Optional<Instant> cancellationDate,
        Optional<String> payingCustomerId,
        Optional<ScheduleStrategy> scheduleStrategy,
        Optional<Instant> endDate,
        Optional<Boolean> isOverridingTrialConfig,
        Optional<Boolean> isTrial,
        Optional<TrialEndBehavior> trialEndBehavior,
        Optional<Boolean> isCustomPriceSubscription,
        Optional<String> crmId)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CreateSubscription {
        Arguments.text(customerId, "customerId");
        requireNonNull(selection, "selection");
        requireNonNull(startDate, "startDate");
        requireNonNull(cancellationDate, "cancellationDate");
        Terms.checkDates(startDate, cancellationDate);
        Arguments.text(payingCustomerId, "payingCustomerId");
        Arguments.known(scheduleStrategy, "scheduleStrategy");
        requireNonNull(endDate, "endDate");
        requireNonNull(isOverridingTrialConfig, "isOverridingTrialConfig");
        requireNonNull(isTrial, "isTrial");
        if (isTrial.isPresent() && !isOverridingTrialConfig.orElse(false)) {
            throw new IllegalArgumentException("isTrial makes no sense unless isOverridingTrialConfig is true");
        }
        Arguments.known(trialEndBehavior, "trialEndBehavior");
        requireNonNull(isCustomPriceSubscription, "isCustomPriceSubscription");
        Arguments.text(crmId, "crmId");
        Terms.requireWithout(selection, "CreateSubscription", Set.of("trialOverrideConfiguration"));
    }

    /**
     * Subscribes a customer from now on.
     *
     * @param customerId the customer's id
     * @param selection the plan, and the terms
     * @return the request
     * @throws IllegalArgumentException if the customer's id is blank
     */
    public static CreateSubscription of(String customerId, PlanSelection selection) {
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
        private Optional<Instant> endDate = Optional.empty();
        private Optional<Boolean> isOverridingTrialConfig = Optional.empty();
        private Optional<Boolean> isTrial = Optional.empty();
        private Optional<TrialEndBehavior> trialEndBehavior = Optional.empty();
        private Optional<Boolean> isCustomPriceSubscription = Optional.empty();
        private Optional<String> crmId = Optional.empty();

        private Builder(String customerId, PlanSelection selection) {
            super(customerId, selection);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Leaves the trial of the plan out.
         *
         * @return this builder
         */
        public Builder skipTrial() {
            return trial(false);
        }

        /**
         * Sets whether the subscription begins with a trial, whatever the plan says.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder trial(boolean value) {
            isOverridingTrialConfig = Optional.of(true);
            isTrial = Optional.of(value);
            return this;
        }

        /**
         * Sets when the subscription ends.
         *
         * @param value when
         * @return this builder
         */
        public Builder endDate(Instant value) {
            endDate = Optional.of(value);
            return this;
        }

        /**
         * Sets what becomes of the subscription when its trial ends.
         *
         * @param value what becomes of it
         * @return this builder
         */
        public Builder trialEndBehavior(TrialEndBehavior value) {
            trialEndBehavior = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the price was agreed with the customer.
         *
         * @param value whether it was
         * @return this builder
         */
        public Builder isCustomPriceSubscription(boolean value) {
            isCustomPriceSubscription = Optional.of(value);
            return this;
        }

        /**
         * Sets the subscription's id in the connected CRM.
         *
         * @param value the id
         * @return this builder
         */
        public Builder crmId(String value) {
            crmId = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if it cannot be meant
         */
        public CreateSubscription build() {
            return new CreateSubscription(
                    customerId,
                    selection,
                    startDate,
                    cancellationDate,
                    payingCustomerId,
                    scheduleStrategy,
                    endDate,
                    isOverridingTrialConfig,
                    isTrial,
                    trialEndBehavior,
                    isCustomPriceSubscription,
                    crmId);
        }
    }
}
