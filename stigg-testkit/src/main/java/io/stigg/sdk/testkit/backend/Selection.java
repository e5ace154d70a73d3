package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.Map;
import java.util.Optional;
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

    /** Goes over to another version of the plan, or of one that it inherits from; empty if it has nothing to do with it. */
    Optional<Selection> with(PlanLineage version) {
        return lineage.with(version).map(changed -> new Selection(request, product, changed, addons));
    }
}
