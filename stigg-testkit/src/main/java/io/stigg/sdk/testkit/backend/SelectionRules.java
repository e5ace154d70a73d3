package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.CouponStatus;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.subscription.Charge;
import io.stigg.sdk.subscription.ChargeType;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.SubscriptionCoupon;
import io.stigg.sdk.subscription.SubscriptionCreditEntitlement;
import io.stigg.sdk.subscription.SubscriptionEntitlement;
import io.stigg.sdk.subscription.SubscriptionFeatureEntitlement;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What may be subscribed to. Changes nothing. */
final class SelectionRules {
    private final CatalogVersions versions;
    private final Catalog catalog;
    private final Payments payments;
    private final Refusals refusals;

    SelectionRules(CatalogVersions versions, Payments payments, String operation) {
        this.versions = versions;
        this.catalog = versions.current();
        this.payments = payments;
        this.refusals = new Refusals(operation);
    }

    Selection check(PlanSelection asked) {
        Plan plan = catalog.plan(asked.planId())
                .orElseThrow(() -> refusals.because(ErrorCode.PLAN_NOT_FOUND, "Plan not found: " + asked.planId()));
        if (!versions.isSold(plan)) {
            throw refusals.because(ErrorCode.UNPUBLISHED_PACKAGE, plan.id() + " is archived");
        }
        Product product = catalog.product(plan);
        checkResource(asked, product);
        checkBillingPeriod(asked, plan);
        PlanLineage lineage = catalog.lineage(plan);
        PlanSelection request = plain(asked, lineage);
        checkTerms(request, lineage);
        return new Selection(request, product, lineage, addons(request.addons(), plan, Map.of()));
    }

    /** Checks what shall become of a selection that is subscribed to already; its plan stays, in the version that it has. */
    Selection check(PlanSelection asked, Selection current) {
        PlanSelection request = plain(asked, current.lineage());
        checkTerms(request, current.lineage());
        Map<Addon, Integer> addons = addons(request.addons(), current.plan(), current.addons());
        return new Selection(request, current.product(), current.lineage(), addons);
    }

    /** Refuses what cannot be done here, and gives quantities in the one way that is gone by. */
    private PlanSelection plain(PlanSelection asked, PlanLineage lineage) {
        PlanSelection.Builder plain = asked.toBuilder().charges(List.of());
        for (Charge charge : asked.charges()) {
            if (charge.type() != ChargeType.FEATURE) {
                throw unsupported("charges of type " + charge.type());
            }
            plain.quantity(charge.id(), charge.quantity());
        }
        OptionalDouble units = asked.unitQuantity().isPresent() ? asked.unitQuantity() : asked.priceUnitAmount();
        if (units.isPresent()) {
            plain.quantity(countedFeature(lineage), units.getAsDouble());
        }
        return plain.build();
    }

    /** A quantity of nothing in particular is that of the one feature that is bought by quantity. */
    private String countedFeature(PlanLineage lineage) {
        List<String> counted = lineage.grants().values().stream()
                .filter(grant -> grant.quantity().isPresent() && !grant.isAgreed())
                .map(Grant::featureId)
                .toList();
        if (counted.size() != 1) {
            throw refusals.because(
                    ErrorCode.INVALID_QUANTITY,
                    "unitQuantity needs a plan with one feature that is bought by quantity, not " + counted);
        }
        return counted.get(0);
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

    /** As long as nothing is paid, nobody has to say how often. */
    private void checkBillingPeriod(PlanSelection request, Plan plan) {
        long periods =
                plan.prices().stream().map(Price::billingPeriod).distinct().count();
        if (payments.isConnected() && request.billingPeriod().isEmpty() && periods > 1) {
            throw refusals.because(
                    ErrorCode.BILLING_PERIOD_MISSING_ERROR, plan.id() + " can be paid for in different periods");
        }
    }

    private void checkTerms(PlanSelection request, PlanLineage lineage) {
        checkQuantities(request.quantities(), lineage);
        request.appliedCoupon().ifPresent(this::checkCoupon);
        request.promotionCode().ifPresent(this::refusePromotionCode);
        request.subscriptionEntitlements().forEach(agreed -> requireFeature(agreed.featureId()));
        for (SubscriptionEntitlement agreed : request.entitlements()) {
            if (agreed instanceof SubscriptionFeatureEntitlement feature) {
                requireFeature(feature.featureId());
            } else if (agreed instanceof SubscriptionCreditEntitlement credits
                    && catalog.currency(credits.customCurrencyId()).isEmpty()) {
                throw refusals.because(
                        ErrorCode.CUSTOM_CURRENCY_NOT_FOUND, "Currency not found: " + credits.customCurrencyId());
            }
        }
    }

    private void requireFeature(String featureId) {
        if (catalog.feature(featureId).isEmpty()) {
            throw refusals.featureNotFound(featureId);
        }
    }

    private void checkCoupon(SubscriptionCoupon coupon) {
        coupon.promotionCode().ifPresent(this::refusePromotionCode);
        coupon.billingCouponId().ifPresent(id -> {
            requireBilling();
            throw refusals.because(ErrorCode.COUPON_NOT_FOUND, "The billing system has no coupon " + id);
        });
        coupon.couponId().ifPresent(id -> {
            Coupon known = catalog.coupon(id)
                    .orElseThrow(() -> refusals.because(ErrorCode.COUPON_NOT_FOUND, "Coupon not found: " + id));
            if (known.status() == CouponStatus.ARCHIVED) {
                throw refusals.because(ErrorCode.ARCHIVED_COUPON_CANT_BE_APPLIED, id + " is archived");
            }
        });
    }

    /** Promotion codes are those of the billing system, which has none here. */
    private void refusePromotionCode(String code) {
        requireBilling();
        throw refusals.because(ErrorCode.PROMOTION_CODE_NOT_FOUND, "Promotion code not found: " + code);
    }

    private void requireBilling() {
        if (!payments.isConnected()) {
            throw refusals.because(ErrorCode.BILLING_INTEGRATION_MISSING, "No billing system is connected");
        }
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

    /** Add-ons that are there already stay in the version that they have. */
    private Map<Addon, Integer> addons(Map<String, Integer> quantities, Plan plan, Map<Addon, Integer> current) {
        Map<Addon, Integer> addons = new LinkedHashMap<>();
        find(quantities).forEach((sold, quantity) -> {
            Addon addon = current.keySet().stream()
                    .filter(held -> held.id().equals(sold.id()))
                    .findFirst()
                    .orElse(sold);
            checkAddon(addon, quantity, plan, quantities);
            if (!current.containsKey(addon) && versions.isArchived(addon.id())) {
                throw refusals.because(ErrorCode.UNPUBLISHED_PACKAGE, addon.id() + " is archived");
            }
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
