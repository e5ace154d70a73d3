package io.stigg.sdk.emulator;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.BillingPeriod;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes typed requests of GraphQL's inputs. What would change the outcome and cannot be done yet is refused, so that
 * nobody takes silence for success; what only concerns billing or other systems is ignored.
 */
final class Requests {
    private static final Set<String> UNSUPPORTED = Set.of(
            "appliedCoupon",
            "billingCycleAnchor",
            "budget",
            "cancellationDate",
            "entitlements",
            "minimumSpend",
            "payingCustomerId",
            "priceOverrides",
            "priceUnitAmount",
            "promotionCode",
            "scheduleStrategy",
            "subscriptionEntitlements",
            "trialOverrideConfiguration",
            "unitQuantity");

    private Requests() {}

    static ProvisionCustomer provisionCustomer(Input input) {
        return new ProvisionCustomer(
                input.optionalId("customerId").orElseGet(() -> input.text("refId")),
                input.optionalText("name"),
                input.optionalText("email"),
                input.optionalText("billingId"),
                input.optionalText("couponRefId"),
                metadata(input),
                input.optionalObject("subscriptionParams").map(Requests::firstSelection));
    }

    static ProvisionSubscription provisionSubscription(Input input) {
        return new ProvisionSubscription(
                input.text("customerId"), selection(input), input.optionalInstant("startDate"));
    }

    static ReportUsage reportUsage(Input input) {
        return new ReportUsage(
                input.scope(),
                input.text("featureId"),
                input.optionalNumber("value").orElseThrow(),
                input.optionalText("updateBehavior")
                        .map(UpdateBehavior::valueOf)
                        .orElse(UpdateBehavior.DELTA),
                input.optionalInstant("createdAt"),
                input.json("dimensions"),
                input.optionalId("idempotencyKey")
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private static PlanSelection firstSelection(Input input) {
        refuse(input, Set.of("startDate"));
        return selection(input);
    }

    private static PlanSelection selection(Input input) {
        refuse(input, UNSUPPORTED);
        return new PlanSelection(
                input.text("planId"),
                input.optionalId("resourceId"),
                input.optionalId("subscriptionId"),
                input.optionalText("billingPeriod").map(BillingPeriod::valueOf),
                addons(input),
                quantities(input),
                metadata(input));
    }

    private static Map<String, Integer> addons(Input input) {
        Map<String, Integer> addons = new HashMap<>();
        for (Input addon : input.objects("addons")) {
            String id = addon.text("addonId");
            int quantity =
                    addon.optionalNumber("quantity").map(Double::intValue).orElse(1);
            if (addons.putIfAbsent(id, quantity) != null) {
                throw Refusal.of(ErrorCode.DUPLICATE_ADDON_PROVISIONED_ERROR, "The add-on " + id + " is given twice");
            }
        }
        return addons;
    }

    private static Map<String, Double> quantities(Input input) {
        Map<String, Double> quantities = new HashMap<>();
        for (Input feature : input.objects("billableFeatures")) {
            quantities.put(
                    feature.text("featureId"),
                    feature.optionalNumber("quantity").orElseThrow());
        }
        for (Input charge : input.objects("charges")) {
            if (!charge.text("type").equals("FEATURE")) {
                throw Refusal.unsupported("charges of type " + charge.text("type"));
            }
            quantities.put(charge.text("id"), charge.optionalNumber("quantity").orElseThrow());
        }
        return quantities;
    }

    private static Map<String, String> metadata(Input input) {
        Map<String, String> metadata = new HashMap<>();
        input.json("additionalMetaData").forEach((name, value) -> metadata.put(name, String.valueOf(value)));
        return metadata;
    }

    private static void refuse(Input input, Set<String> names) {
        Set<String> saying = input.saying(names);
        if (!saying.isEmpty()) {
            throw Refusal.unsupported(String.join(", ", saying));
        }
    }
}
