package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollectionMethod;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is subscribed to, and on what terms: a plan, its add-ons and quantities, coupons, agreed prices and so on.
 * Immutable.
 *
 * @param planId the plan's id
 * @param resourceId the resource that the subscription is for; needed for products with several subscriptions a
 *     customer
 * @param subscriptionId the id that the subscription shall have, empty to let Stigg make one
 * @param billingPeriod how often it is charged; needed for a paid plan that has more than one price
 * @param addons quantities by add-on id
 * @param quantities quantities by feature id, for features that are priced per unit
 * @param charges quantities of features and of credits, a newer way to give them
 * @param unitQuantity how many units, for a plan that has one price per unit; an older way to give a quantity
 * @param priceUnitAmount the same as unitQuantity, by the name that it had before
 * @param promotionCode a promotion code of the connected billing system, which refuses one that is not applicable
 * @param appliedCoupon a coupon or a discount
 * @param billingCountryCode the country whose prices count, by ISO 3166-1 alpha-2; it cannot be changed later
 * @param billingCycleAnchor where the billing cycle is counted from, for a subscription that takes the place of
 *     another
 * @param billingId the id of the subscription in the connected billing system, where it is there already
 * @param billingInformation what the connected billing system is told beside
 * @param budget the most that it may cost in a billing period
 * @param minimumSpend the least that it costs in a billing period
 * @param paymentCollectionMethod how its payment is collected
 * @param priceOverrides prices that were agreed
 * @param salesforceId its id in Salesforce
 * @param entitlements what it grants otherwise than its plan does, or beside it
 * @param subscriptionEntitlements the same, as it was said before there were entitlements
 * @param trialOverrideConfiguration whether it begins with a trial, empty for what the plan and the product's rules
 *     say
 * @param awaitPaymentConfirmation whether Stigg answers only after a payment that is needed was made or has failed
 * @param metadata what to attach to the subscription: texts, numbers, booleans, lists and maps of them
 */
public record PlanSelection(
        String planId,
        Optional<String> resourceId,
        @ApiName(value = "refId", alias = "subscriptionId") Optional<String> subscriptionId,
        Optional<BillingPeriod> billingPeriod,

        @ApiName(value = "addons", key = "addonId", each = "quantity")
        Map<String, Integer> addons,

        @ApiName(value = "billableFeatures", key = "featureId", each = "quantity")
        Map<String, Double> quantities,

        List<Charge> charges,
        OptionalDouble unitQuantity,
        OptionalDouble priceUnitAmount,
        Optional<String> promotionCode,
        Optional<SubscriptionCoupon> appliedCoupon,
        Optional<String> billingCountryCode,
        Optional<BillingCycleAnchor> billingCycleAnchor,
        Optional<String> billingId,
        Optional<SubscriptionBillingInfo> billingInformation,
        Optional<SubscriptionBudget> budget,
        @ApiName("minimumSpend.minimum") Optional<Money> minimumSpend,
        Optional<PaymentCollectionMethod> paymentCollectionMethod,
        List<PriceOverride> priceOverrides,
        Optional<String> salesforceId,
        List<SubscriptionEntitlement> entitlements,
        List<OlderSubscriptionEntitlement> subscriptionEntitlements,
        Optional<TrialOverride> trialOverrideConfiguration,
        Optional<Boolean> awaitPaymentConfirmation,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PlanSelection {
        Arguments.text(planId, "planId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.known(billingPeriod, "billingPeriod");
        addons = Map.copyOf(addons);
        quantities = Map.copyOf(quantities);
        charges = List.copyOf(charges);
        Terms.checkQuantities(addons, quantities);
        Arguments.amount(unitQuantity, "unitQuantity");
        Arguments.amount(priceUnitAmount, "priceUnitAmount");
        Arguments.text(promotionCode, "promotionCode");
        requireNonNull(appliedCoupon, "appliedCoupon");
        Arguments.text(billingCountryCode, "billingCountryCode");
        Arguments.known(billingCycleAnchor, "billingCycleAnchor");
        Arguments.text(billingId, "billingId");
        requireNonNull(billingInformation, "billingInformation");
        requireNonNull(budget, "budget");
        requireNonNull(minimumSpend, "minimumSpend");
        Arguments.known(paymentCollectionMethod, "paymentCollectionMethod");
        priceOverrides = List.copyOf(priceOverrides);
        Arguments.text(salesforceId, "salesforceId");
        entitlements = List.copyOf(entitlements);
        subscriptionEntitlements = List.copyOf(subscriptionEntitlements);
        requireNonNull(trialOverrideConfiguration, "trialOverrideConfiguration");
        requireNonNull(awaitPaymentConfirmation, "awaitPaymentConfirmation");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Selects a plan and nothing else.
     *
     * @param planId the plan's id
     * @return the selection
     * @throws IllegalArgumentException if the id is blank
     */
    public static PlanSelection of(String planId) {
        return builder(planId).build();
    }

    /**
     * Begins a selection.
     *
     * @param planId the plan's id
     * @return the builder
     */
    public static Builder builder(String planId) {
        return new Builder(planId);
    }

    /**
     * Begins a selection like this one.
     *
     * @return the builder, with all that this has
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Subscribes a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank
     */
    public PlanSelection forResource(String id) {
        return toBuilder().resourceId(id).build();
    }

    /**
     * Sets the id that the subscription shall have.
     *
     * @param id the subscription's id
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank
     */
    public PlanSelection withSubscriptionId(String id) {
        return toBuilder().subscriptionId(id).build();
    }

    /**
     * Sets how often the subscription is charged.
     *
     * @param period the period
     * @return the changed selection
     * @throws IllegalArgumentException if the period is not known
     */
    public PlanSelection billed(BillingPeriod period) {
        return toBuilder().billingPeriod(period).build();
    }

    /**
     * Adds an add-on.
     *
     * @param addonId the add-on's id
     * @param quantity how many of it
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank or the quantity is negative
     */
    public PlanSelection withAddon(String addonId, int quantity) {
        return toBuilder().addon(addonId, quantity).build();
    }

    /**
     * Sets the quantity of a feature that is priced per unit.
     *
     * @param featureId the feature's id
     * @param quantity how many units
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank or the quantity is negative
     */
    public PlanSelection withQuantity(String featureId, double quantity) {
        return toBuilder().quantity(featureId, quantity).build();
    }

    /**
     * Starts without a trial, even if the plan has one by default.
     *
     * @return the changed selection
     */
    public PlanSelection withoutTrial() {
        return toBuilder().trialOverrideConfiguration(TrialOverride.noTrial()).build();
    }

    /**
     * Attaches metadata.
     *
     * @param name its name
     * @param value its value: a text, a number, a boolean, or a list or map of them
     * @return the changed selection
     */
    public PlanSelection withMetadata(String name, Object value) {
        return toBuilder().metadata(name, value).build();
    }

    /** Collects the terms of a selection. Not thread-safe; confine it to one thread. */
    public static final class Builder extends TermsBuilder<Builder> {
        private final String planId;
        private Optional<String> resourceId = Optional.empty();
        private Optional<String> subscriptionId = Optional.empty();
        private OptionalDouble priceUnitAmount = OptionalDouble.empty();
        private Optional<String> billingCountryCode = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Optional<PaymentCollectionMethod> paymentCollectionMethod = Optional.empty();
        private List<OlderSubscriptionEntitlement> subscriptionEntitlements = List.of();
        private Optional<TrialOverride> trialOverrideConfiguration = Optional.empty();

        private Builder(String planId) {
            this.planId = planId;
        }

        private Builder(PlanSelection selection) {
            this(selection.planId());
            resourceId = selection.resourceId();
            subscriptionId = selection.subscriptionId();
            billingPeriod = selection.billingPeriod();
            addons = Optional.of(selection.addons());
            quantities = Optional.of(selection.quantities());
            charges = Optional.of(selection.charges());
            unitQuantity = selection.unitQuantity();
            priceUnitAmount = selection.priceUnitAmount();
            promotionCode = selection.promotionCode();
            appliedCoupon = selection.appliedCoupon();
            billingCountryCode = selection.billingCountryCode();
            billingCycleAnchor = selection.billingCycleAnchor();
            billingId = selection.billingId();
            billingInformation = selection.billingInformation();
            budget = selection.budget();
            minimumSpend = selection.minimumSpend();
            paymentCollectionMethod = selection.paymentCollectionMethod();
            priceOverrides = Optional.of(selection.priceOverrides());
            salesforceId = selection.salesforceId();
            entitlements = Optional.of(selection.entitlements());
            subscriptionEntitlements = selection.subscriptionEntitlements();
            trialOverrideConfiguration = selection.trialOverrideConfiguration();
            awaitPaymentConfirmation = selection.awaitPaymentConfirmation();
            metadata = selection.metadata();
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Subscribes a resource of the customer. Products with several subscriptions a customer need it.
         *
         * @param id the resource's id
         * @return this builder
         */
        public Builder resourceId(String id) {
            resourceId = Optional.of(id);
            return this;
        }

        /**
         * Sets the id that the subscription shall have.
         *
         * @param id the subscription's id
         * @return this builder
         */
        public Builder subscriptionId(String id) {
            subscriptionId = Optional.of(id);
            return this;
        }

        /**
         * Sets the same as {@link #unitQuantity}, by the name that it had before.
         *
         * @param amount how many units
         * @return this builder
         */
        public Builder priceUnitAmount(double amount) {
            priceUnitAmount = OptionalDouble.of(amount);
            return this;
        }

        /**
         * Sets the country whose prices count. It cannot be changed later.
         *
         * @param code its code by ISO 3166-1 alpha-2
         * @return this builder
         */
        public Builder billingCountryCode(String code) {
            billingCountryCode = Optional.of(code);
            return this;
        }

        /**
         * Sets the id of the subscription in the connected billing system, where it is there already.
         *
         * @param id the id
         * @return this builder
         */
        public Builder billingId(String id) {
            billingId = Optional.of(id);
            return this;
        }

        /**
         * Sets how the payment is collected.
         *
         * @param method how
         * @return this builder
         */
        public Builder paymentCollectionMethod(PaymentCollectionMethod method) {
            paymentCollectionMethod = Optional.of(method);
            return this;
        }

        /**
         * Sets what the subscription grants otherwise than its plan does, in the way in which it was said before there was
         * {@link #entitlements}.
         *
         * @param all the entitlements
         * @return this builder
         */
        public Builder subscriptionEntitlements(List<OlderSubscriptionEntitlement> all) {
            subscriptionEntitlements = List.copyOf(all);
            return this;
        }

        /**
         * Sets whether the subscription begins with a trial. Without it, it does if the plan has a trial and the customer
         * may have one. A customer can try one plan of a product while it pays for another; who is subscribed to the
         * plan that it tries ends the trial and begins to pay.
         *
         * @param trial whether it does
         * @return this builder
         */
        public Builder trialOverrideConfiguration(TrialOverride trial) {
            trialOverrideConfiguration = Optional.of(trial);
            return this;
        }

        /**
         * Makes the selection.
         *
         * @return the selection
         * @throws IllegalArgumentException if it cannot be meant
         */
        public PlanSelection build() {
            return new PlanSelection(
                    planId,
                    resourceId,
                    subscriptionId,
                    billingPeriod,
                    addons.orElse(Map.of()),
                    quantities.orElse(Map.of()),
                    charges.orElse(List.of()),
                    unitQuantity,
                    priceUnitAmount,
                    promotionCode,
                    appliedCoupon,
                    billingCountryCode,
                    billingCycleAnchor,
                    billingId,
                    billingInformation,
                    budget,
                    minimumSpend,
                    paymentCollectionMethod,
                    priceOverrides.orElse(List.of()),
                    salesforceId,
                    entitlements.orElse(List.of()),
                    subscriptionEntitlements,
                    trialOverrideConfiguration,
                    awaitPaymentConfirmation,
                    metadata);
        }
    }
}
