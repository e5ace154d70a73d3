package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.subscription.Subscription.PricingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A published plan. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param productId the product that it belongs to
 * @param pricingType what kind of price it has
 * @param baseId the plan that it inherits from; a value of its own beats an inherited one
 * @param grants its own entitlements
 * @param allowances its own credits
 * @param addons ids of the add-ons that can be had with it
 */
public record Plan(
        String id,
        String displayName,
        String productId,
        PricingType pricingType,
        Optional<String> baseId,
        List<Grant> grants,
        List<CreditAllowance> allowances,
        Set<String> addons) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Plan {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(productId, "productId");
        requireNonNull(pricingType, "pricingType");
        requireNonNull(baseId, "baseId");
        grants = List.copyOf(grants);
        allowances = List.copyOf(allowances);
        addons = Set.copyOf(addons);
    }

    /**
     * A plan that costs nothing.
     *
     * @param id its id
     * @param displayName its name for people
     * @param productId the product that it belongs to
     * @return the plan
     */
    public static Plan free(String id, String displayName, String productId) {
        return of(id, displayName, productId, PricingType.FREE);
    }

    /**
     * A plan with a price.
     *
     * @param id its id
     * @param displayName its name for people
     * @param productId the product that it belongs to
     * @return the plan
     */
    public static Plan paid(String id, String displayName, String productId) {
        return of(id, displayName, productId, PricingType.PAID);
    }

    /**
     * A plan that is agreed with each customer.
     *
     * @param id its id
     * @param displayName its name for people
     * @param productId the product that it belongs to
     * @return the plan
     */
    public static Plan custom(String id, String displayName, String productId) {
        return of(id, displayName, productId, PricingType.CUSTOM);
    }

    private static Plan of(String id, String displayName, String productId, PricingType pricingType) {
        return new Plan(id, displayName, productId, pricingType, Optional.empty(), List.of(), List.of(), Set.of());
    }

    /**
     * Inherits from another plan.
     *
     * @param planId that plan's id
     * @return the changed plan
     */
    public Plan basedOn(String planId) {
        return new Plan(id, displayName, productId, pricingType, Optional.of(planId), grants, allowances, addons);
    }

    /**
     * Adds entitlements.
     *
     * @param more the entitlements
     * @return the changed plan
     */
    public Plan granting(Grant... more) {
        List<Grant> all = new ArrayList<>(grants);
        all.addAll(List.of(more));
        return new Plan(id, displayName, productId, pricingType, baseId, all, allowances, addons);
    }

    /**
     * Adds credits.
     *
     * @param allowance the credits
     * @return the changed plan
     */
    public Plan granting(CreditAllowance allowance) {
        List<CreditAllowance> all = new ArrayList<>(allowances);
        all.add(allowance);
        return new Plan(id, displayName, productId, pricingType, baseId, grants, all, addons);
    }

    /**
     * Sets the add-ons that can be had with it.
     *
     * @param addonIds their ids
     * @return the changed plan
     */
    public Plan compatibleWith(String... addonIds) {
        return new Plan(id, displayName, productId, pricingType, baseId, grants, allowances, Set.of(addonIds));
    }
}
