package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.entitlement.CreditCurrency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be sold, whole and consistent. Made with {@link #builder()} or read by {@link CatalogJson};
 * {@link AcmeCatalog} is an example. Immutable.
 */
public final class Catalog {
    private final Map<String, Product> products;
    private final Map<String, CatalogFeature> features;
    private final Map<String, CreditCurrency> currencies;
    private final Map<String, Plan> plans;
    private final Map<String, Addon> addons;
    private final Map<String, CatalogCoupon> coupons;

    /** Checks what it is made of, and completes the prices. */
    Catalog(
            Map<String, Product> products,
            Map<String, CatalogFeature> features,
            Map<String, CreditCurrency> currencies,
            Map<String, Plan> plans,
            Map<String, Addon> addons,
            Map<String, CatalogCoupon> coupons) {
        this.products = ordered(products, UnaryOperator.identity());
        this.features = ordered(features, UnaryOperator.identity());
        this.currencies = ordered(currencies, UnaryOperator.identity());
        this.plans = ordered(plans, plan -> plan.with(plan.offer().resolve(features, currencies)));
        this.addons = ordered(addons, addon -> addon.with(addon.offer().resolve(features, currencies)));
        this.coupons = ordered(coupons, UnaryOperator.identity());
        Consistency.check(this);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map, UnaryOperator<V> completed) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.replaceAll((id, value) -> completed.apply(value));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Starts a catalogue.
     *
     * @return a builder of an empty one
     */
    public static CatalogBuilder builder() {
        return new CatalogBuilder();
    }

    /**
     * Starts another catalogue from this one.
     *
     * @return a builder of one that has the same
     */
    public CatalogBuilder toBuilder() {
        return new CatalogBuilder(this);
    }

    /**
     * Returns the products.
     *
     * @return all products
     */
    public Collection<Product> products() {
        return products.values();
    }

    /**
     * Returns the features.
     *
     * @return all features, in the order in which entitlements list them
     */
    public Collection<CatalogFeature> features() {
        return features.values();
    }

    /**
     * Returns the currencies.
     *
     * @return all currencies of credits, in the order in which entitlements list them
     */
    public Collection<CreditCurrency> currencies() {
        return currencies.values();
    }

    /**
     * Returns the plans.
     *
     * @return all plans
     */
    public Collection<Plan> plans() {
        return plans.values();
    }

    /**
     * Returns the add-ons.
     *
     * @return all add-ons
     */
    public Collection<Addon> addons() {
        return addons.values();
    }

    /**
     * Finds a feature.
     *
     * @param id its id
     * @return the feature
     */
    public Optional<CatalogFeature> feature(String id) {
        return Optional.ofNullable(features.get(id));
    }

    /**
     * Finds a currency.
     *
     * @param id its id
     * @return the currency
     */
    public Optional<CreditCurrency> currency(String id) {
        return Optional.ofNullable(currencies.get(id));
    }

    /**
     * Finds a plan.
     *
     * @param id its id
     * @return the plan
     */
    public Optional<Plan> plan(String id) {
        return Optional.ofNullable(plans.get(id));
    }

    /**
     * Finds an add-on.
     *
     * @param id its id
     * @return the add-on
     */
    public Optional<Addon> addon(String id) {
        return Optional.ofNullable(addons.get(id));
    }

    /**
     * Finds a product.
     *
     * @param id its id
     * @return the product
     */
    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    /**
     * Returns the product of a plan.
     *
     * @param plan a plan of this catalogue
     * @return its product
     */
    public Product product(Plan plan) {
        Product product = products.get(plan.productId());
        if (product == null) {
            throw new IllegalArgumentException(plan.id() + " is not a plan of this catalogue");
        }
        return product;
    }

    /**
     * Finds a coupon.
     *
     * @param id its id
     * @return the coupon
     */
    public Optional<Coupon> coupon(String id) {
        return Optional.ofNullable(coupons.get(id)).map(CatalogCoupon::coupon);
    }

    /**
     * Tells for how long a coupon counts.
     *
     * @param id the coupon's id
     * @return the number of months from when a subscription starts; empty if it counts for ever, or there is no such coupon
     */
    public OptionalInt couponMonths(String id) {
        CatalogCoupon known = coupons.get(id);
        return known == null ? OptionalInt.empty() : known.months();
    }

    /**
     * Returns the coupons.
     *
     * @return all coupons
     */
    public Collection<Coupon> coupons() {
        return coupons.values().stream().map(CatalogCoupon::coupon).toList();
    }

    /**
     * Returns what a plan grants, inherited grants included.
     *
     * @param plan a plan of this catalogue
     * @return the grants by feature id, the plan's own where it has one
     */
    public Map<String, Grant> grants(Plan plan) {
        return lineage(plan).grants();
    }

    /**
     * Returns the credits that a plan grants, inherited ones included.
     *
     * @param plan a plan of this catalogue
     * @return the allowances by currency id, the plan's own where it has one
     */
    public Map<String, CreditAllowance> allowances(Plan plan) {
        return lineage(plan).allowances();
    }

    /**
     * Returns a plan and what it inherits from, as they stand in this catalogue.
     *
     * @param plan a plan of this catalogue
     * @return its lineage
     */
    public PlanLineage lineage(Plan plan) {
        List<Plan> line = new ArrayList<>();
        for (Plan next = plan;
                next != null;
                next = next.baseId().map(plans::get).orElse(null)) {
            line.add(next);
        }
        return new PlanLineage(line);
    }

    /**
     * Replaces a plan by another version of it.
     *
     * @param version the version
     * @return the changed catalogue
     * @throws IllegalArgumentException if there is no plan of that id in that product, or the version refers to what is
     *     not there, or it inherits from itself
     */
    public Catalog with(Plan version) {
        Plan known = plans.get(version.id());
        if (known == null || !known.productId().equals(version.productId())) {
            throw new IllegalArgumentException(version.id() + " is not a plan of " + version.productId());
        }
        Map<String, Plan> changed = new LinkedHashMap<>(plans);
        changed.put(version.id(), version);
        return new Catalog(products, features, currencies, changed, addons, coupons);
    }

    /**
     * Replaces an add-on by another version of it.
     *
     * @param version the version
     * @return the changed catalogue
     * @throws IllegalArgumentException if there is no add-on of that id in that product, or the version refers to what is
     *     not there
     */
    public Catalog with(Addon version) {
        Addon known = addons.get(version.id());
        if (known == null || !known.productId().equals(version.productId())) {
            throw new IllegalArgumentException(version.id() + " is not an add-on of " + version.productId());
        }
        Map<String, Addon> changed = new LinkedHashMap<>(addons);
        changed.put(version.id(), version);
        return new Catalog(products, features, currencies, plans, changed, coupons);
    }

    /**
     * Adds a coupon, or replaces the one of its id.
     *
     * @param id the coupon's id
     * @param terms say what it is
     * @return the changed catalogue
     * @throws IllegalArgumentException if it takes nothing off
     */
    public Catalog withCoupon(String id, Consumer<CouponBuilder> terms) {
        CouponBuilder coupon = new CouponBuilder(id);
        terms.accept(coupon);
        Map<String, CatalogCoupon> changed = new LinkedHashMap<>(coupons);
        changed.put(id, coupon.build());
        return new Catalog(products, features, currencies, plans, addons, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog that
                && products.equals(that.products)
                && features.equals(that.features)
                && currencies.equals(that.currencies)
                && plans.equals(that.plans)
                && addons.equals(that.addons)
                && coupons.equals(that.coupons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(products, features, currencies, plans, addons, coupons);
    }

    @Override
    public String toString() {
        return "Catalog[" + plans.keySet() + "]";
    }
}
