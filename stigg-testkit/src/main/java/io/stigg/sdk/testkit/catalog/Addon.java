package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A published add-on. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param productId the product that it belongs to
 * @param maxQuantity how many of it a subscription can have at most, empty for any number
 * @param dependencies ids of the add-ons that it needs
 * @param grants its entitlements
 * @param offer how it is offered
 */
public record Addon(
        String id,
        String displayName,
        String productId,
        OptionalInt maxQuantity,
        Set<String> dependencies,
        List<Grant> grants,
        Offer offer) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Addon {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(productId, "productId");
        requireNonNull(maxQuantity, "maxQuantity");
        dependencies = Set.copyOf(dependencies);
        grants = List.copyOf(grants);
        requireNonNull(offer, "offer");
    }

    /**
     * An add-on.
     *
     * @param id its id
     * @param displayName its name for people
     * @param productId the product that it belongs to
     * @param grants its entitlements
     * @return the add-on
     */
    public static Addon of(String id, String displayName, String productId, Grant... grants) {
        return new Addon(id, displayName, productId, OptionalInt.empty(), Set.of(), List.of(grants), Offer.NONE);
    }

    /**
     * Bounds the quantity.
     *
     * @param quantity how many of it a subscription can have at most
     * @return the changed add-on
     */
    public Addon atMost(int quantity) {
        return new Addon(id, displayName, productId, OptionalInt.of(quantity), dependencies, grants, offer);
    }

    /**
     * Makes it need other add-ons.
     *
     * @param addonIds their ids
     * @return the changed add-on
     */
    public Addon needing(String... addonIds) {
        return new Addon(id, displayName, productId, maxQuantity, Set.of(addonIds), grants, offer);
    }

    /**
     * Describes it.
     *
     * @param description what it is, for people
     * @return the changed add-on
     */
    public Addon described(String description) {
        return offered(offer.described(description));
    }

    /**
     * Sets what it costs.
     *
     * @param prices the prices, one for each billing period, country and priced feature
     * @return the changed add-on
     */
    public Addon priced(Price... prices) {
        return offered(offer.priced(prices));
    }

    /**
     * Hides it.
     *
     * @param widgets the widgets that do not show it
     * @return the changed add-on
     */
    public Addon hiddenFrom(WidgetType... widgets) {
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

    private Addon offered(Offer changed) {
        return new Addon(id, displayName, productId, maxQuantity, dependencies, grants, changed);
    }
}
