package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.entitlement.CreditCurrency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts a catalogue together; {@link #build()} checks that it is whole. Not thread-safe; confine it to one thread. */
public final class CatalogBuilder {
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, CatalogFeature> features = new LinkedHashMap<>();
    private final Map<String, CreditCurrency> currencies = new LinkedHashMap<>();
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, Addon> addons = new LinkedHashMap<>();
    private final Map<String, Coupon> coupons = new LinkedHashMap<>();

    CatalogBuilder() {}

    CatalogBuilder(
            Map<String, Product> products,
            Map<String, CatalogFeature> features,
            Map<String, CreditCurrency> currencies,
            Map<String, Plan> plans,
            Map<String, Addon> addons,
            Map<String, Coupon> coupons) {
        this.products.putAll(products);
        this.features.putAll(features);
        this.currencies.putAll(currencies);
        this.plans.putAll(plans);
        this.addons.putAll(addons);
        this.coupons.putAll(coupons);
    }

    /**
     * Adds products.
     *
     * @param more the products
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder products(Product... more) {
        for (Product product : more) {
            add(products, product.id(), product);
        }
        return this;
    }

    /**
     * Adds features.
     *
     * @param more the features
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder features(CatalogFeature... more) {
        for (CatalogFeature feature : more) {
            add(features, feature.id(), feature);
        }
        return this;
    }

    /**
     * Adds currencies of credits.
     *
     * @param more the currencies
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder currencies(CreditCurrency... more) {
        for (CreditCurrency currency : more) {
            add(currencies, currency.id(), currency);
        }
        return this;
    }

    /**
     * Adds plans.
     *
     * @param more the plans
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder plans(Plan... more) {
        for (Plan plan : more) {
            add(plans, plan.id(), plan);
        }
        return this;
    }

    /**
     * Adds add-ons.
     *
     * @param more the add-ons
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder addons(Addon... more) {
        for (Addon addon : more) {
            add(addons, addon.id(), addon);
        }
        return this;
    }

    /**
     * Adds coupons.
     *
     * @param more the coupons
     * @return this builder
     * @throws IllegalArgumentException if an id is taken
     */
    public CatalogBuilder coupons(Coupon... more) {
        for (Coupon coupon : more) {
            add(coupons, coupon.id(), coupon);
        }
        return this;
    }

    private static <V> void add(Map<String, V> map, String id, V value) {
        if (map.putIfAbsent(id, requireNonNull(value, id)) != null) {
            throw new IllegalArgumentException(id + " is there already");
        }
    }

    /**
     * Makes the catalogue.
     *
     * @return the catalogue
     * @throws IllegalArgumentException if something refers to what is not there, or a plan inherits from itself
     */
    public Catalog build() {
        features.values()
                .forEach(feature ->
                        feature.creditRate().ifPresent(rate -> require(currencies, rate.currencyId(), feature.id())));
        plans.values().forEach(this::check);
        addons.values().forEach(this::check);
        return new Catalog(products, features, currencies, plans, addons, coupons);
    }

    private void check(Plan plan) {
        require(products, plan.productId(), plan.id());
        plan.grants().forEach(grant -> require(features, grant.featureId(), plan.id()));
        plan.allowances().forEach(allowance -> require(currencies, allowance.currencyId(), plan.id()));
        plan.addons().forEach(addon -> require(addons, addon, plan.id()));
        check(plan.offer(), plan.id());
        Set<String> line = new HashSet<>();
        for (Plan next = plan;
                next != null;
                next = next.baseId().map(plans::get).orElse(null)) {
            if (!line.add(next.id())) {
                throw new IllegalArgumentException(plan.id() + " inherits from itself: " + line);
            }
            String heir = next.id();
            next.baseId().ifPresent(base -> require(plans, base, heir));
        }
    }

    private void check(Addon addon) {
        require(products, addon.productId(), addon.id());
        addon.grants().forEach(grant -> require(features, grant.featureId(), addon.id()));
        addon.dependencies().forEach(needed -> require(addons, needed, addon.id()));
        check(addon.offer(), addon.id());
    }

    private void check(Offer offer, String owner) {
        offer.prices().forEach(price -> price.feature().ifPresent(feature -> require(features, feature.id(), owner)));
    }

    private static void require(Map<String, ?> map, String id, String wanting) {
        if (!map.containsKey(id)) {
            throw new IllegalArgumentException(wanting + " refers to " + id + ", which is not in the catalogue");
        }
    }
}
