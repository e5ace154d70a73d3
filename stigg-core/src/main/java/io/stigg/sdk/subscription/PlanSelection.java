package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is subscribed to: a plan, its add-ons and quantities. Immutable.
 *
 * @param planId the plan's id
 * @param resourceId the resource that the subscription is for; needed for products with several subscriptions a customer
 * @param subscriptionId the id that the subscription shall have, empty to let Stigg make one
 * @param billingPeriod how often it is charged; needed for a paid plan that has more than one price
 * @param addons quantities by add-on id
 * @param quantities quantities by feature id, for features that are priced per unit
 * @param metadata what to attach to the subscription
 */
public record PlanSelection(
        String planId,
        Optional<String> resourceId,
        Optional<String> subscriptionId,
        Optional<BillingPeriod> billingPeriod,
        Map<String, Integer> addons,
        Map<String, Double> quantities,
        Map<String, String> metadata) {
    /**
     * Checks the members and copies the maps.
     *
     * @throws IllegalArgumentException if an id is blank or a quantity is negative
     */
    public PlanSelection {
        requireId(planId, "planId");
        requireNonNull(resourceId, "resourceId").ifPresent(id -> requireId(id, "resourceId"));
        requireNonNull(subscriptionId, "subscriptionId").ifPresent(id -> requireId(id, "subscriptionId"));
        requireNonNull(billingPeriod, "billingPeriod");
        addons = Map.copyOf(addons);
        quantities = Map.copyOf(quantities);
        metadata = Map.copyOf(metadata);
        addons.forEach((id, quantity) -> requireQuantity(requireId(id, "addonId"), quantity));
        quantities.forEach((id, quantity) -> requireQuantity(requireId(id, "featureId"), quantity));
    }

    /**
     * Selects a plan and nothing else.
     *
     * @param planId the plan's id
     * @return the selection
     * @throws IllegalArgumentException if the id is blank
     */
    public static PlanSelection of(String planId) {
        return new PlanSelection(
                planId, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Subscribes a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank
     */
    public PlanSelection forResource(String id) {
        return new PlanSelection(planId, Optional.of(id), subscriptionId, billingPeriod, addons, quantities, metadata);
    }

    /**
     * Sets the id that the subscription shall have.
     *
     * @param id the subscription's id
     * @return the changed selection
     * @throws IllegalArgumentException if the id is blank
     */
    public PlanSelection withSubscriptionId(String id) {
        return new PlanSelection(planId, resourceId, Optional.of(id), billingPeriod, addons, quantities, metadata);
    }

    /**
     * Sets how often the subscription is charged.
     *
     * @param period the period
     * @return the changed selection
     */
    public PlanSelection billed(BillingPeriod period) {
        return new PlanSelection(planId, resourceId, subscriptionId, Optional.of(period), addons, quantities, metadata);
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
        return new PlanSelection(
                planId,
                resourceId,
                subscriptionId,
                billingPeriod,
                with(addons, addonId, quantity),
                quantities,
                metadata);
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
        return new PlanSelection(
                planId,
                resourceId,
                subscriptionId,
                billingPeriod,
                addons,
                with(quantities, featureId, quantity),
                metadata);
    }

    /**
     * Attaches metadata.
     *
     * @param name its name
     * @param value its value
     * @return the changed selection
     */
    public PlanSelection withMetadata(String name, String value) {
        return new PlanSelection(
                planId, resourceId, subscriptionId, billingPeriod, addons, quantities, with(metadata, name, value));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static String requireId(String id, String name) {
        requireNonNull(id, name);
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return id;
    }

    private static void requireQuantity(String id, Number quantity) {
        if (!(quantity.doubleValue() >= 0) || Double.isInfinite(quantity.doubleValue())) {
            throw new IllegalArgumentException(
                    "the quantity of " + id + " must be a finite number, 0 or more, not " + quantity);
        }
    }
}
