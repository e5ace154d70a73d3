package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CouponBuilder;
import io.stigg.sdk.testkit.catalog.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is sold now, which version of each plan and add-on that is, and what is not sold any more. Not thread-safe; guarded by
 * the environment.
 */
final class CatalogVersions {
    private static final int FIRST = 1;

    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<String> archived = new HashSet<>();
    private Catalog current;

    CatalogVersions(Catalog first) {
        current = first;
    }

    Catalog current() {
        return current;
    }

    /** The version of a plan that is sold now. */
    int number(Plan plan) {
        return versions.getOrDefault(plan.id(), FIRST);
    }

    /** Sells another version of a plan from now on, and returns its number. */
    int publish(Plan next) {
        current = current.with(next);
        return count(next.id());
    }

    /** Sells another version of an add-on from now on, and returns its number. */
    int publish(Addon next) {
        current = current.with(next);
        return count(next.id());
    }

    /** Has another coupon from now on, or another in place of one. */
    void add(String couponId, Consumer<CouponBuilder> terms) {
        current = current.withCoupon(couponId, terms);
    }

    private int count(String packageId) {
        return versions.merge(packageId, FIRST + 1, (former, two) -> former + 1);
    }

    /** Returns the same in the versions that are sold now. */
    Selection latest(Selection selection) {
        Plan plan = current.plan(selection.plan().id()).orElse(selection.plan());
        Map<Addon, Integer> addons = new LinkedHashMap<>();
        selection
                .addons()
                .forEach((addon, quantity) ->
                        addons.put(current.addon(addon.id()).orElse(addon), quantity));
        return new Selection(selection.request(), selection.product(), current.lineage(plan), addons);
    }

    /** Sells a plan, an add-on or a product no more. */
    void archive(String id) {
        archived.add(id);
    }

    boolean isArchived(String id) {
        return archived.contains(id);
    }

    /** Tells whether a plan can be subscribed to. */
    boolean isSold(Plan plan) {
        return !isArchived(plan.id()) && !isArchived(plan.productId());
    }
}
