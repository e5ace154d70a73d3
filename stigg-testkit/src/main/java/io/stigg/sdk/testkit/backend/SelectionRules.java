package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be subscribed to. Changes nothing. */
final class SelectionRules {
    private final Catalog catalog;
    private final Refusals refusals;

    SelectionRules(Catalog catalog, String operation) {
        this.catalog = catalog;
        this.refusals = new Refusals(operation);
    }

    Selection check(PlanSelection request) {
        Plan plan = catalog.plan(request.planId())
                .orElseThrow(() -> refusals.because(ErrorCode.PLAN_NOT_FOUND, "Plan not found: " + request.planId()));
        Product product = catalog.product(plan);
        checkResource(request, product);
        checkQuantities(request.quantities(), plan);
        return new Selection(request, product, catalog.lineage(plan), addons(request.addons(), plan));
    }

    private void checkResource(PlanSelection request, Product product) {
        if (product.isPerResource() && request.resourceId().isEmpty()) {
            throw invalidArgument(product.id() + " is subscribed to for each resource: a resource id is needed");
        }
        if (!product.isPerResource() && request.resourceId().isPresent()) {
            throw invalidArgument(product.id() + " is subscribed to once a customer: a resource id makes no sense");
        }
    }

    private StiggApiException invalidArgument(String message) {
        return refusals.because(ErrorCode.INVALID_ARGUMENT_ERROR, message);
    }

    private void checkQuantities(Map<String, Double> quantities, Plan plan) {
        Map<String, Grant> grants = catalog.grants(plan);
        quantities.forEach((featureId, quantity) -> {
            if (catalog.feature(featureId).isEmpty()) {
                throw refusals.featureNotFound(featureId);
            }
            Grant grant = grants.get(featureId);
            boolean allowed = grant != null
                    && grant.quantity()
                            .filter(bounds -> quantity >= bounds.minimum() && quantity <= bounds.maximum())
                            .isPresent()
                    && quantity == Math.rint(quantity);
            if (!allowed) {
                throw refusals.because(
                        ErrorCode.INVALID_QUANTITY,
                        "Invalid quantity of " + featureId + " for " + plan.id() + ": " + quantity);
            }
        });
    }

    private Map<Addon, Integer> addons(Map<String, Integer> quantities, Plan plan) {
        Map<Addon, Integer> addons = new LinkedHashMap<>();
        find(quantities).forEach((addon, quantity) -> {
            checkAddon(addon, quantity, plan, quantities);
            addons.put(addon, quantity);
        });
        return addons;
    }

    /** A quantity of 0 is as good as none. */
    private Map<Addon, Integer> find(Map<String, Integer> quantities) {
        List<String> unknown = quantities.keySet().stream()
                .filter(id -> catalog.addon(id).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            ErrorCode code = unknown.size() == 1 ? ErrorCode.ADDON_NOT_FOUND : ErrorCode.ADDONS_NOT_FOUND;
            throw refusals.because(code, "Add-on not found: " + String.join(", ", unknown));
        }
        Map<Addon, Integer> found = new LinkedHashMap<>();
        new TreeMap<>(quantities)
                .forEach((id, quantity) ->
                        catalog.addon(id).filter(addon -> quantity > 0).ifPresent(addon -> found.put(addon, quantity)));
        return found;
    }

    private void checkAddon(Addon addon, int quantity, Plan plan, Map<String, Integer> quantities) {
        if (!plan.addons().contains(addon.id())) {
            throw refusals.because(
                    ErrorCode.INCOMPATIBLE_SUBSCRIPTION_ADDON, addon.id() + " cannot be had with " + plan.id());
        }
        if (quantity > addon.maxQuantity().orElse(Integer.MAX_VALUE)) {
            throw refusals.because(
                    ErrorCode.ADDON_QUANTITY_EXCEEDS_LIMIT_ERROR, "Too many of " + addon.id() + ": " + quantity);
        }
        for (String needed : addon.dependencies()) {
            if (quantities.getOrDefault(needed, 0) == 0) {
                throw refusals.because(ErrorCode.ADDON_DEPENDENCY_MISSING_ERROR, addon.id() + " needs " + needed);
            }
        }
    }
}
