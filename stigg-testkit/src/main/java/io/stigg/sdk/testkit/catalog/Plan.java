package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
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
     * Starts a version of a plan from nothing; {@link CatalogBuilder#plan} makes the first one.
     *
     * @param id its id
     * @return a builder of the plan
     */
    public static PlanBuilder builder(String id) {
        return new PlanBuilder(id);
    }

    /**
     * Starts another version of it from this one.
     *
     * @return a builder of the plan
     */
    public PlanBuilder toBuilder() {
        return new PlanBuilder(this);
    }

    /**
     * Returns what it costs.
     *
     * @return the prices
     */
    public List<Price> prices() {
        return offer.prices();
    }

    Plan with(Offer changed) {
        return new Plan(id, displayName, productId, pricingType, baseId, grants, allowances, addons, changed, trial);
    }
}
