package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A published add-on. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param productId the product that it belongs to
 * @param pricingType {@code PAID}, or {@code CUSTOM} for one that only goes with custom plans
 * @param maxQuantity how many of it a subscription can have at most, empty for any number
 * @param dependencies ids of the add-ons that it needs
 * @param grants its entitlements
 * @param allowances its credits
 * @param offer how it is offered
 */
public record Addon(
        String id,
        String displayName,
        String productId,
        PricingType pricingType,
        OptionalInt maxQuantity,
        Set<String> dependencies,
        List<Grant> grants,
        List<CreditAllowance> allowances,
        Offer offer) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     * @throws IllegalArgumentException if the pricing type is another one
     */
    public Addon {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(productId, "productId");
        if (pricingType != PricingType.PAID && pricingType != PricingType.CUSTOM) {
            throw new IllegalArgumentException("pricingType must be PAID or CUSTOM, not " + pricingType);
        }
        requireNonNull(maxQuantity, "maxQuantity");
        dependencies = Set.copyOf(dependencies);
        grants = List.copyOf(grants);
        allowances = List.copyOf(allowances);
        requireNonNull(offer, "offer");
    }

    /**
     * Starts a version of an add-on from nothing; {@link CatalogBuilder#addon} makes the first one.
     *
     * @param id its id
     * @return a builder of the add-on
     */
    public static AddonBuilder builder(String id) {
        return new AddonBuilder(id);
    }

    /**
     * Starts another version of it from this one.
     *
     * @return a builder of the add-on
     */
    public AddonBuilder toBuilder() {
        return new AddonBuilder(this);
    }

    /**
     * Returns what it costs.
     *
     * @return the prices
     */
    public List<Price> prices() {
        return offer.prices();
    }

    Addon with(Offer changed) {
        return new Addon(
                id, displayName, productId, pricingType, maxQuantity, dependencies, grants, allowances, changed);
    }
}
