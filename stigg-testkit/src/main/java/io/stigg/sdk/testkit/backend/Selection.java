package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan selection that may be subscribed to.
 *
 * @param request what was asked for
 * @param product the product of the plan
 * @param lineage the plan and what it inherits from, in the versions that count for whoever selected it
 * @param addons how many of each add-on, at least one
 */
record Selection(PlanSelection request, Product product, PlanLineage lineage, Map<Addon, Integer> addons) {
    Plan plan() {
        return lineage.plan();
    }

    Map<String, Integer> addonQuantities() {
        return addons.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }

    /** Tells whether a plan is part of it, by itself or because the selected one inherits from it. */
    boolean includes(String planId) {
        return lineage.plans().stream().anyMatch(plan -> plan.id().equals(planId));
    }

    /** Goes over to another version of the plan, or of one that it inherits from; stays if it has nothing to do with it. */
    Selection with(PlanLineage version) {
        return lineage.with(version)
                .map(changed -> new Selection(request, product, changed, addons))
                .orElse(this);
    }

    /** Goes over to another version of an add-on; stays if it has none of it. */
    Selection with(Addon version) {
        Map<Addon, Integer> changed = new LinkedHashMap<>();
        addons.forEach((addon, quantity) -> changed.put(addon.id().equals(version.id()) ? version : addon, quantity));
        return new Selection(request, product, lineage, changed);
    }
}
