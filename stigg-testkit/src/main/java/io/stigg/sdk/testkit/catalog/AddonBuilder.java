package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Says what an add-on is. What is said again of the same thing replaces what was said before. Not thread-safe; confine it
 * to one thread.
 *
 * <pre>{@code
 * catalog.addon("addon-calls").meters("feature-api-calls", 1_000, everyMonth()).atMost(5).paid(monthly(usd(5)));
 * }</pre>
 */
public final class AddonBuilder extends PackageBuilder<AddonBuilder> {
    private PricingType pricingType = PricingType.PAID;
    private OptionalInt maxQuantity = OptionalInt.empty();
    private Set<String> dependencies = Set.of();

    AddonBuilder(String id) {
        super(id, "addon");
    }

    AddonBuilder(Addon addon) {
        this(addon.id());
        start(addon.displayName(), addon.productId(), addon.grants(), addon.allowances(), addon.offer());
        pricingType = addon.pricingType();
        maxQuantity = addon.maxQuantity();
        dependencies = addon.dependencies();
    }

    @Override
    AddonBuilder self() {
        return this;
    }

    /**
     * Sets what it costs, which is nothing by default.
     *
     * @param prices one price for each billing period, country and priced feature
     * @return this builder
     */
    public AddonBuilder paid(Price... prices) {
        pricingType = PricingType.PAID;
        return cost(prices);
    }

    /**
     * Makes it one that is agreed with each customer, and only goes with custom plans.
     *
     * @param prices what it costs, nothing where that is agreed too
     * @return this builder
     */
    public AddonBuilder custom(Price... prices) {
        pricingType = PricingType.CUSTOM;
        return cost(prices);
    }

    /**
     * Bounds the quantity.
     *
     * @param quantity how many of it a subscription can have at most
     * @return this builder
     * @throws IllegalArgumentException if it could not have any
     */
    public AddonBuilder atMost(int quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be 1 or more, not " + quantity);
        }
        maxQuantity = OptionalInt.of(quantity);
        return this;
    }

    /**
     * Makes it need other add-ons.
     *
     * @param addonIds their ids
     * @return this builder
     */
    public AddonBuilder needing(String... addonIds) {
        dependencies = new LinkedHashSet<>(List.of(addonIds));
        return this;
    }

    /**
     * Makes the add-on, to be published as a version of it. Add-ons of a catalogue are made with the catalogue.
     *
     * @return the add-on
     * @throws IllegalArgumentException if nothing says which product it is in
     */
    public Addon build() {
        return build(Optional.empty());
    }

    Addon build(Optional<String> onlyProduct) {
        return new Addon(
                id,
                displayName(),
                productId(onlyProduct),
                pricingType,
                maxQuantity,
                dependencies,
                new ArrayList<>(grants.values()),
                new ArrayList<>(allowances.values()),
                offer());
    }
}
