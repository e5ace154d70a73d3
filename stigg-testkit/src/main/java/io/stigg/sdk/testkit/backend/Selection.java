package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan selection that may be subscribed to.
 *
 * @param request what was asked for
 * @param product the product of the plan
 * @param plan the plan
 * @param addons how many of each add-on, at least one
 */
record Selection(PlanSelection request, Product product, Plan plan, Map<Addon, Integer> addons) {
    Map<String, Integer> addonQuantities() {
        return addons.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }
}
