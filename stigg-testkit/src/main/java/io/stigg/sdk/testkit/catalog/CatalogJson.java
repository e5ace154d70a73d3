package io.stigg.sdk.testkit.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads and writes catalogues as JSON that says what {@link CatalogBuilder} says, with the same words. What goes without
 * saying is left out.
 *
 * <pre>{@code
 * {
 *   "products": {"product-acme": {}},
 *   "features": {"feature-api-calls": {"kind": "counter", "units": ["call", "calls"]}},
 *   "plans": {
 *     "plan-free": {"free": true, "grants": {"feature-api-calls": {"limit": 100, "every": "month"}}},
 *     "plan-pro": {
 *       "basedOn": "plan-free",
 *       "paid": [{"monthly": "50 USD"}, {"yearly": "500 USD"}],
 *       "grants": {"feature-api-calls": {"limit": 10000, "soft": true, "every": "month"}}
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>{@code docs/catalogue.md} has all of its members.
 */
public final class CatalogJson {
    private CatalogJson() {}

    /**
     * Reads a catalogue.
     *
     * @param json the text
     * @return the catalogue
     * @throws IllegalArgumentException if it is no JSON, or none of a catalogue; the message begins with the path of what
     *     is wrong, {@code plans.plan-pro.grants.feature-api-calls.limit} for instance, or names its id
     */
    public static Catalog read(String json) {
        JsonValue root = JsonText.read(json);
        KnownIds ids = new KnownIds(root);
        PackageJson packages = new PackageJson(ids);
        CatalogBuilder catalog = Catalog.builder();
        JsonMembers sections = root.members();
        each(sections, KnownIds.PRODUCTS, (id, value) -> ProductJson.read(value, catalog.product(id), ids));
        each(sections, KnownIds.CURRENCIES, (id, value) -> FeatureJson.read(value, catalog.currency(id)));
        each(sections, KnownIds.FEATURES, (id, value) -> FeatureJson.read(id, value, catalog, ids));
        each(sections, KnownIds.PLANS, (id, value) -> packages.read(value, catalog.plan(id)));
        each(sections, KnownIds.ADDONS, (id, value) -> packages.read(value, catalog.addon(id)));
        each(sections, "coupons", (id, value) -> CouponJson.read(value, catalog.coupon(id)));
        sections.end();
        return catalog.build();
    }

    private static void each(JsonMembers sections, String section, BiConsumer<String, JsonValue> reader) {
        sections.take(section).ifPresent(things -> things.entries().forEach(reader));
    }

    /**
     * Writes a catalogue.
     *
     * @param catalog the catalogue
     * @return the text, of which {@link #read} makes an equal catalogue
     * @throws IllegalArgumentException if it has a plan or an add-on of which JSON cannot say everything, which none has
     *     that was made with the words of this package
     */
    public static String write(Catalog catalog) {
        boolean hasOneProduct = catalog.products().size() == 1;
        Map<String, Object> sections = new JsonDraft()
                .all(KnownIds.PRODUCTS, all(catalog.products(), Product::id, ProductJson::write))
                .all(KnownIds.CURRENCIES, all(catalog.currencies(), currency -> currency.id(), FeatureJson::write))
                .all(KnownIds.FEATURES, all(catalog.features(), CatalogFeature::id, FeatureJson::write))
                .all(KnownIds.PLANS, all(catalog.plans(), Plan::id, plan -> PackageJson.write(plan, hasOneProduct)))
                .all(
                        KnownIds.ADDONS,
                        all(catalog.addons(), Addon::id, addon -> PackageJson.write(addon, hasOneProduct)))
                .all(
                        "coupons",
                        all(
                                catalog.coupons(),
                                coupon -> coupon.id(),
                                coupon -> CouponJson.write(coupon, catalog.couponMonths(coupon.id()))))
                .map();
        String json = JsonText.write(sections);
        verify(catalog, read(json));
        return json;
    }

    private static <T> Map<String, Object> all(
            Collection<T> things, Function<T, String> id, Function<T, Object> writer) {
        Map<String, Object> all = new LinkedHashMap<>();
        things.forEach(thing -> all.put(id.apply(thing), writer.apply(thing)));
        return all;
    }

    /** Prices are anybody's values, and may have what no word of this package says. */
    private static void verify(Catalog catalog, Catalog again) {
        catalog.plans().stream()
                .filter(plan -> !again.plan(plan.id()).orElseThrow().equals(plan))
                .forEach(plan -> refuse(plan.id()));
        catalog.addons().stream()
                .filter(addon -> !again.addon(addon.id()).orElseThrow().equals(addon))
                .forEach(addon -> refuse(addon.id()));
    }

    private static void refuse(String id) {
        throw new IllegalArgumentException(id + " has something, such as a price, that cannot be said in JSON");
    }
}
