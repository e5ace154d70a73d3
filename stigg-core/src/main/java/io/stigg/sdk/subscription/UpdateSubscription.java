package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Change;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Changes a subscription in its place: it keeps its start and its billing cycle. What is not given stays as it is.
 * The plan cannot be changed; {@link ProvisionSubscription} subscribes to another. A change takes the place of one
 * that is scheduled. Immutable.
 *
 * @param subscriptionId the subscription's id
 * @param billingPeriod how often it is charged from then on
 * @param addons all its add-ons from then on, quantities by add-on id; empty in itself removes them all
 * @param quantities new quantities by feature id, for features that are priced per unit
 * @param charges new quantities of features and of credits, a newer way to give them
 * @param unitQuantity how many units, for a plan that has one price per unit; an older way to give a quantity
 * @param promotionCode a promotion code of the connected billing system, which refuses one that is not applicable
 * @param appliedCoupon a coupon or a discount
 * @param billingCycleAnchor where the billing cycle is counted from after a change of the billing period
 * @param billingInformation what the connected billing system is told beside
 * @param budget the most that it may cost in a billing period
 * @param minimumSpend the least that it costs in a billing period
 * @param priceOverrides prices that were agreed; empty in itself removes them
 * @param salesforceId its id in Salesforce
 * @param entitlements what it grants otherwise than its plan does, or beside it; empty in itself removes it
 * @param subscriptionEntitlements the same, as it was said before there were entitlements
 * @param trialEndDate when its trial ends
 * @param cancellationDate when it is cancelled: kept as it is, cleared so that it goes on, or set
 * @param scheduleStrategy when the change is made, empty for what the product's rules say
 * @param awaitPaymentConfirmation whether Stigg answers only after a payment that is needed was made or has failed
 * @param metadata what to attach to the subscription: texts, numbers, booleans, lists and maps of them
 */
public record UpdateSubscription(
        @ApiName(value = "refId", alias = "subscriptionId") String subscriptionId,
        Optional<BillingPeriod> billingPeriod,

        @ApiName(value = "addons", key = "addonId", each = "quantity")
        Optional<Map<String, Integer>> addons,

        @ApiName(value = "billableFeatures", key = "featureId", each = "quantity")
        Optional<Map<String, Double>> quantities,

        Optional<List<Charge>> charges,
        OptionalDouble unitQuantity,
        Optional<String> promotionCode,
        Optional<SubscriptionCoupon> appliedCoupon,
        Optional<BillingCycleAnchor> billingCycleAnchor,
        Optional<SubscriptionBillingInfo> billingInformation,
        Optional<SubscriptionBudget> budget,
        @ApiName("minimumSpend.minimum") Optional<Money> minimumSpend,
        Optional<List<PriceOverride>> priceOverrides,
        Optional<String> salesforceId,
        Optional<List<SubscriptionEntitlement>> entitlements,
        Optional<List<OlderSubscriptionEntitlementUpdate>> subscriptionEntitlements,
        Optional<Instant> trialEndDate,
        Change<Instant> cancellationDate,
        Optional<ScheduleStrategy> scheduleStrategy,
        Optional<Boolean> awaitPaymentConfirmation,
        @ApiName("additionalMetaData") Map<String, Object> metadata)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public UpdateSubscription {
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.known(billingPeriod, "billingPeriod");
        addons = addons.map(Map::copyOf);
        quantities = quantities.map(Map::copyOf);
        Terms.checkQuantities(addons.orElse(Map.of()), quantities.orElse(Map.of()));
        charges = charges.map(List::copyOf);
        Arguments.amount(unitQuantity, "unitQuantity");
        Arguments.text(promotionCode, "promotionCode");
        requireNonNull(appliedCoupon, "appliedCoupon");
        Arguments.known(billingCycleAnchor, "billingCycleAnchor");
        requireNonNull(billingInformation, "billingInformation");
        requireNonNull(budget, "budget");
        requireNonNull(minimumSpend, "minimumSpend");
        priceOverrides = priceOverrides.map(List::copyOf);
        Arguments.text(salesforceId, "salesforceId");
        entitlements = entitlements.map(List::copyOf);
        subscriptionEntitlements = subscriptionEntitlements.map(List::copyOf);
        requireNonNull(trialEndDate, "trialEndDate");
        requireNonNull(cancellationDate, "cancellationDate");
        Arguments.known(scheduleStrategy, "scheduleStrategy");
        requireNonNull(awaitPaymentConfirmation, "awaitPaymentConfirmation");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Begins a change.
     *
     * @param subscriptionId the subscription's id
     * @return the builder
     */
    public static Builder builder(String subscriptionId) {
        return new Builder(subscriptionId);
    }

    /** Collects what changes. Not thread-safe; confine it to one thread. */
    public static final class Builder extends TermsBuilder<Builder> {
        private final String subscriptionId;
        private Optional<List<OlderSubscriptionEntitlementUpdate>> subscriptionEntitlements = Optional.empty();
        private Optional<Instant> trialEndDate = Optional.empty();
        private Change<Instant> cancellationDate = Change.keep();
        private Optional<ScheduleStrategy> scheduleStrategy = Optional.empty();

        private Builder(String subscriptionId) {
            this.subscriptionId = subscriptionId;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Changes what the subscription grants otherwise than its plan does, in the way in which it was said before there
         * was {@link #entitlements}.
         *
         * @param all the changes
         * @return this builder
         */
        public Builder subscriptionEntitlements(List<OlderSubscriptionEntitlementUpdate> all) {
            subscriptionEntitlements = Optional.of(List.copyOf(all));
            return this;
        }

        /**
         * Sets when the trial ends.
         *
         * @param instant when
         * @return this builder
         */
        public Builder trialEndDate(Instant instant) {
            trialEndDate = Optional.of(instant);
            return this;
        }

        /**
         * Has the subscription cancelled.
         *
         * @param instant when
         * @return this builder
         */
        public Builder cancellationDate(Instant instant) {
            cancellationDate = Change.to(instant);
            return this;
        }

        /**
         * Takes a cancellation back that has not happened yet.
         *
         * @return this builder
         */
        public Builder clearCancellationDate() {
            cancellationDate = Change.clear();
            return this;
        }

        /**
         * Sets when the change is made. Without it, what adds to the subscription is done at once, and what takes from it
         * when the product's rules say.
         *
         * @param strategy when
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
         * @throws IllegalArgumentException if it cannot be meant
         */
        public UpdateSubscription build() {
            return new UpdateSubscription(
                    subscriptionId,
                    billingPeriod,
                    addons,
                    quantities,
                    charges,
                    unitQuantity,
                    promotionCode,
                    appliedCoupon,
                    billingCycleAnchor,
                    billingInformation,
                    budget,
                    minimumSpend,
                    priceOverrides,
                    salesforceId,
                    entitlements,
                    subscriptionEntitlements,
                    trialEndDate,
                    cancellationDate,
                    scheduleStrategy,
                    awaitPaymentConfirmation,
                    metadata);
        }
    }
}
