package io.stigg.sdk.testkit.catalog;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a catalogue together. Each method returns what says the rest of the thing that it names: of a new one, or of the one
 * that is there already. Things may be named in any order; {@link #build()} checks that the whole fits together. Not
 * thread-safe; confine it to one thread.
 *
 * <pre>{@code
 * CatalogBuilder catalog = Catalog.builder();
 * catalog.product("product-acme");
 * catalog.counter("feature-api-calls").inUnits("call", "calls");
 * catalog.plan("plan-free").free().meters("feature-api-calls", 100, everyMonth());
 * Catalog acme = catalog.build();
 * }</pre>
 */
public final class CatalogBuilder {
    private final Map<String, ProductBuilder> products = new LinkedHashMap<>();
    private final Map<String, FeatureBuilder> features = new LinkedHashMap<>();
    private final Map<String, CurrencyBuilder> currencies = new LinkedHashMap<>();
    private final Map<String, PlanBuilder> plans = new LinkedHashMap<>();
    private final Map<String, AddonBuilder> addons = new LinkedHashMap<>();
    private final Map<String, CouponBuilder> coupons = new LinkedHashMap<>();

    CatalogBuilder() {}

    CatalogBuilder(Catalog catalog) {
        catalog.products().forEach(product -> products.put(product.id(), new ProductBuilder(product)));
        catalog.features().forEach(feature -> features.put(feature.id(), new FeatureBuilder(feature)));
        catalog.currencies().forEach(currency -> currencies.put(currency.id(), new CurrencyBuilder(currency)));
        catalog.plans().forEach(plan -> plans.put(plan.id(), plan.toBuilder()));
        catalog.addons().forEach(addon -> addons.put(addon.id(), addon.toBuilder()));
        catalog.coupons()
                .forEach(coupon ->
                        coupons.put(coupon.id(), new CouponBuilder(coupon, catalog.couponMonths(coupon.id()))));
    }

    /**
     * Names a product, which a customer has one subscription to unless it says otherwise.
     *
     * @param id its id
     * @return the rest of what it says
     */
    public ProductBuilder product(String id) {
        return products.computeIfAbsent(id, ProductBuilder::new);
    }

    /**
     * Names a feature that is on or off.
     *
     * @param id its id
     * @return the rest of what it says
     * @throws IllegalArgumentException if there is one of another kind
     */
    public FeatureBuilder onOff(String id) {
        return feature(id, KindOfFeature.ON_OFF);
    }

    /**
     * Names a feature that is a configured number.
     *
     * @param id its id
     * @return the rest of what it says
     * @throws IllegalArgumentException if there is one of another kind
     */
    public FeatureBuilder number(String id) {
        return feature(id, KindOfFeature.NUMBER);
    }

    /**
     * Names a feature that is a choice of values.
     *
     * @param id its id
     * @param values all its values
     * @return the rest of what it says
     * @throws IllegalArgumentException if there is one of another kind
     */
    public FeatureBuilder choice(String id, String... values) {
        return feature(id, KindOfFeature.CHOICE).of(values);
    }

    /**
     * Names a feature whose usage only rises within a period, such as calls.
     *
     * @param id its id
     * @return the rest of what it says
     * @throws IllegalArgumentException if there is one of another kind
     */
    public FeatureBuilder counter(String id) {
        return feature(id, KindOfFeature.COUNTER);
    }

    /**
     * Names a feature whose usage rises and falls, such as seats.
     *
     * @param id its id
     * @return the rest of what it says
     * @throws IllegalArgumentException if there is one of another kind
     */
    public FeatureBuilder level(String id) {
        return feature(id, KindOfFeature.LEVEL);
    }

    FeatureBuilder feature(String id, KindOfFeature kind) {
        return features.computeIfAbsent(id, named -> new FeatureBuilder(named, kind))
                .as(kind);
    }

    /**
     * Names a currency of credits.
     *
     * @param id its id
     * @return the rest of what it says
     */
    public CurrencyBuilder currency(String id) {
        return currencies.computeIfAbsent(id, CurrencyBuilder::new);
    }

    /**
     * Names a plan.
     *
     * @param id its id
     * @return the rest of what it says
     */
    public PlanBuilder plan(String id) {
        return plans.computeIfAbsent(id, PlanBuilder::new);
    }

    /**
     * Names an add-on.
     *
     * @param id its id
     * @return the rest of what it says
     */
    public AddonBuilder addon(String id) {
        return addons.computeIfAbsent(id, AddonBuilder::new);
    }

    /**
     * Names a coupon.
     *
     * @param id its id
     * @return the rest of what it says
     */
    public CouponBuilder coupon(String id) {
        return coupons.computeIfAbsent(id, CouponBuilder::new);
    }

    /**
     * Makes the catalogue.
     *
     * @return the catalogue
     * @throws IllegalArgumentException if something is not said that has to be, or refers to what is not there, or does not
     *     go with what it is said of
     */
    public Catalog build() {
        Optional<String> onlyProduct =
                products.size() == 1 ? Optional.of(products.keySet().iterator().next()) : Optional.empty();
        return new Catalog(
                built(products, ProductBuilder::build),
                built(features, FeatureBuilder::build),
                built(currencies, CurrencyBuilder::build),
                built(plans, plan -> plan.build(onlyProduct)),
                built(addons, addon -> addon.build(onlyProduct)),
                built(coupons, CouponBuilder::build));
    }

    private static <B, V> Map<String, V> built(Map<String, B> builders, Function<B, V> build) {
        return builders.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> build.apply(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
