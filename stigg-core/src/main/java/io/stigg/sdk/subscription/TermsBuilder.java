package io.stigg.sdk.subscription;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What can be agreed of a subscription when it is made and when it is changed. Not thread-safe; confine it to one thread.
 *
 * @param <B> the builder that the setters return
 */
public abstract sealed class TermsBuilder<B extends TermsBuilder<B>>
        permits PlanSelection.Builder, UpdateSubscription.Builder {
    Optional<BillingPeriod> billingPeriod = Optional.empty();
    Optional<Map<String, Integer>> addons = Optional.empty();
    Optional<Map<String, Double>> quantities = Optional.empty();
    Optional<List<Charge>> charges = Optional.empty();
    OptionalDouble unitQuantity = OptionalDouble.empty();
    Optional<String> promotionCode = Optional.empty();
    Optional<SubscriptionCoupon> appliedCoupon = Optional.empty();
    Optional<BillingCycleAnchor> billingCycleAnchor = Optional.empty();
    Optional<SubscriptionBillingInfo> billingInformation = Optional.empty();
    Optional<SubscriptionBudget> budget = Optional.empty();
    Optional<Money> minimumSpend = Optional.empty();
    Optional<List<PriceOverride>> priceOverrides = Optional.empty();
    Optional<String> salesforceId = Optional.empty();
    Optional<List<SubscriptionEntitlement>> entitlements = Optional.empty();
    Optional<Boolean> awaitPaymentConfirmation = Optional.empty();
    Map<String, Object> metadata = Map.of();

    TermsBuilder() {}

    abstract B self();

    /**
     * Sets how often the subscription is charged. A paid plan that has more than one price needs it.
     *
     * @param period the period
     * @return this builder
     */
    public B billingPeriod(BillingPeriod period) {
        billingPeriod = Optional.of(period);
        return self();
    }

    /**
     * Sets all add-ons. They have to be compatible with the plan. In an update they take the place of those that there
     * are, so that an empty map removes them all.
     *
     * @param quantityById how many of each, by add-on id
     * @return this builder
     */
    public B addons(Map<String, Integer> quantityById) {
        addons = Optional.of(Map.copyOf(quantityById));
        return self();
    }

    /**
     * Adds an add-on to those that were set before on this builder.
     *
     * @param addonId the add-on's id
     * @param quantity how many of it
     * @return this builder
     */
    public B addon(String addonId, int quantity) {
        addons = Optional.of(with(addons.orElse(Map.of()), addonId, quantity));
        return self();
    }

    /**
     * Sets the quantity of a feature that is priced per unit, such as seats. The entitlement's limit is the quantity.
     *
     * @param featureId the feature's id
     * @param quantity how many units; 0 is allowed
     * @return this builder
     */
    public B quantity(String featureId, double quantity) {
        quantities = Optional.of(with(quantities.orElse(Map.of()), featureId, quantity));
        return self();
    }

    /**
     * Sets quantities of features and of credits alike, a newer way than {@link #quantity}.
     *
     * @param all the charges
     * @return this builder
     */
    public B charges(List<Charge> all) {
        charges = Optional.of(List.copyOf(all));
        return self();
    }

    /**
     * Sets the quantity of the one thing that a plan has a price per unit for, an older way than {@link #quantity}.
     *
     * @param quantity how many units
     * @return this builder
     */
    public B unitQuantity(double quantity) {
        unitQuantity = OptionalDouble.of(quantity);
        return self();
    }

    /**
     * Applies a promotion code. It has to be made in the billing system that is connected to Stigg; without one there are
     * no promotion codes. Stigg checks that the code and its coupon are applicable to the subscription, and refuses it
     * otherwise. If a payment is needed first, the checkout has the code already.
     *
     * @param code the code
     * @return this builder
     */
    public B promotionCode(String code) {
        promotionCode = Optional.of(code);
        return self();
    }

    /**
     * Applies a coupon or a discount to the subscription. It is the newer way to apply a promotion code as well, see
     * {@link SubscriptionCoupon#promotion}.
     *
     * @param coupon the coupon
     * @return this builder
     */
    public B appliedCoupon(SubscriptionCoupon coupon) {
        appliedCoupon = Optional.of(coupon);
        return self();
    }

    /**
     * Sets where the billing cycle is counted from.
     *
     * @param anchor where from
     * @return this builder
     */
    public B billingCycleAnchor(BillingCycleAnchor anchor) {
        billingCycleAnchor = Optional.of(anchor);
        return self();
    }

    /**
     * Tells the connected billing system more. Stigg does not keep it: what was told before is not told again.
     *
     * @param info what it is told
     * @return this builder
     */
    public B billingInformation(SubscriptionBillingInfo info) {
        billingInformation = Optional.of(info);
        return self();
    }

    /**
     * Sets the most that the subscription may cost in a billing period.
     *
     * @param most the budget
     * @return this builder
     */
    public B budget(SubscriptionBudget most) {
        budget = Optional.of(most);
        return self();
    }

    /**
     * Sets the least that the subscription costs in a billing period.
     *
     * @param least how much
     * @return this builder
     */
    public B minimumSpend(Money least) {
        minimumSpend = Optional.of(least);
        return self();
    }

    /**
     * Sets prices that were agreed.
     *
     * @param overrides the prices
     * @return this builder
     */
    public B priceOverrides(List<PriceOverride> overrides) {
        priceOverrides = Optional.of(List.copyOf(overrides));
        return self();
    }

    /**
     * Sets the subscription's id in Salesforce.
     *
     * @param id the id
     * @return this builder
     */
    public B salesforceId(String id) {
        salesforceId = Optional.of(id);
        return self();
    }

    /**
     * Sets what the subscription grants otherwise than its plan does, or beside it.
     *
     * @param all the entitlements
     * @return this builder
     */
    public B entitlements(List<SubscriptionEntitlement> all) {
        entitlements = Optional.of(List.copyOf(all));
        return self();
    }

    /**
     * Adds one to what the subscription grants otherwise than its plan does, or beside it.
     *
     * @param entitlement the entitlement
     * @return this builder
     */
    public B entitlement(SubscriptionEntitlement entitlement) {
        List<SubscriptionEntitlement> all = new ArrayList<>(entitlements.orElse(List.of()));
        all.add(entitlement);
        return entitlements(all);
    }

    /**
     * Tells whether Stigg answers only after a payment that is needed was made or has failed.
     *
     * @param await whether it does
     * @return this builder
     */
    public B awaitPaymentConfirmation(boolean await) {
        awaitPaymentConfirmation = Optional.of(await);
        return self();
    }

    /**
     * Attaches metadata to the subscription.
     *
     * @param name its name
     * @param value its value: a text, a number, a boolean, or a list or map of them
     * @return this builder
     */
    public B metadata(String name, Object value) {
        metadata = with(metadata, name, value);
        return self();
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Map.copyOf(changed);
    }
}
