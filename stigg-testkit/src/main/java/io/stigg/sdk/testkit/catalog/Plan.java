package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.catalog.WidgetType;
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
 * @param offer how it is offered
 * @param trial the trial that new subscriptions begin with
 */
public record Plan(
        String id,
        String displayName,
        String productId,
        PricingType pricingType,
        Optional<String> baseId,
        List<Grant> grants,
        List<CreditAllowance> allowances,
        Set<String> addons,
        Offer offer,
        Optional<DefaultTrialConfig> trial) {
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
        requireNonNull(offer, "offer");
        requireNonNull(trial, "trial");
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
        return new Plan(
                id,
                displayName,
                productId,
                pricingType,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Offer.NONE,
                Optional.empty());
    }

    /**
     * Inherits from another plan.
     *
     * @param planId that plan's id
     * @return the changed plan
     */
    public Plan basedOn(String planId) {
        return new Plan(
                id, displayName, productId, pricingType, Optional.of(planId), grants, allowances, addons, offer, trial);
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
        return new Plan(id, displayName, productId, pricingType, baseId, all, allowances, addons, offer, trial);
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
        return new Plan(id, displayName, productId, pricingType, baseId, grants, all, addons, offer, trial);
    }

    /**
     * Sets the add-ons that can be had with it.
     *
     * @param addonIds their ids
     * @return the changed plan
     */
    public Plan compatibleWith(String... addonIds) {
        return new Plan(
                id, displayName, productId, pricingType, baseId, grants, allowances, Set.of(addonIds), offer, trial);
    }

    /**
     * Describes it.
     *
     * @param description what it is, for people
     * @return the changed plan
     */
    public Plan described(String description) {
        return offered(offer.described(description));
    }

    /**
     * Sets what it costs.
     *
     * @param prices the prices, one for each billing period, country and priced feature
     * @return the changed plan
     */
    public Plan priced(Price... prices) {
        return offered(offer.priced(prices));
    }

    /**
     * Hides it.
     *
     * @param widgets the widgets that do not show it
     * @return the changed plan
     */
    public Plan hiddenFrom(WidgetType... widgets) {
        return offered(offer.hiddenFrom(widgets));
    }

    /**
     * Returns what it costs.
     *
     * @return the prices
     */
    public List<Price> prices() {
        return offer.prices();
    }

    private Plan offered(Offer changed) {
        return new Plan(id, displayName, productId, pricingType, baseId, grants, allowances, addons, changed, trial);
    }

    /**
     * Lets new subscriptions begin with a trial.
     *
     * @param config how long, and what comes after it
     * @return the changed plan
     */
    public Plan trialed(DefaultTrialConfig config) {
        return new Plan(
                id,
                displayName,
                productId,
                pricingType,
                baseId,
                grants,
                allowances,
                addons,
                offer,
                Optional.of(config));
    }
}
