package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.subscription.Charge;
import io.stigg.sdk.subscription.ChargeType;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
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

    Selection check(PlanSelection asked) {
        PlanSelection request = plain(asked);
        Plan plan = catalog.plan(request.planId())
                .orElseThrow(() -> refusals.because(ErrorCode.PLAN_NOT_FOUND, "Plan not found: " + request.planId()));
        Product product = catalog.product(plan);
        checkResource(request, product);
        PlanLineage lineage = catalog.lineage(plan);
        checkQuantities(request.quantities(), lineage);
        return new Selection(request, product, lineage, addons(request.addons(), plan));
    }

    /** Checks what shall become of a selection that is subscribed to already; its plan stays, in the version that it has. */
    Selection check(PlanSelection asked, Selection current) {
        PlanSelection request = plain(asked);
        checkQuantities(request.quantities(), current.lineage());
        return new Selection(request, current.product(), current.lineage(), addons(request.addons(), current.plan()));
    }

    /** Refuses what cannot be done here, and gives quantities in the one way that is gone by. */
    private PlanSelection plain(PlanSelection asked) {
        Unsupported.TERMS.refuse(asked, refusals);
        if (asked.trialOverrideConfiguration().filter(TrialOverride::isTrial).isPresent()) {
            throw unsupported("trialOverrideConfiguration");
        }
        PlanSelection.Builder plain = asked.toBuilder().charges(List.of());
        for (Charge charge : asked.charges()) {
            if (charge.type() != ChargeType.FEATURE) {
                throw unsupported("charges of type " + charge.type());
            }
            plain.quantity(charge.id(), charge.quantity());
        }
        return plain.build();
    }

    private StiggApiException unsupported(String what) {
        return refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: " + what);
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

    private void checkQuantities(Map<String, Double> quantities, PlanLineage lineage) {
        Map<String, Grant> grants = lineage.grants();
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
                        "Invalid quantity of " + featureId + " for "
                                + lineage.plan().id() + ": " + quantity);
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
