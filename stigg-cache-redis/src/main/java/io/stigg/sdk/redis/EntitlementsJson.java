package io.stigg.sdk.redis;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of entitlements as one JSON object.
 *
 * <p>Source: written so that every reader takes it, from the Node server SDK 3.95 on: features under their bare ids, with
 * {@code featureUsage}, which later readers rename, and {@code type}, which earlier ones overlook. Read in every shape that
 * the Node server SDK 4.55 and persistent-cache-service 3 write or migrate: names of members do not count, types do.
 */
final class EntitlementsJson {
    private static final String CALCULATED = "calculatedEntitlement";
    private static final List<String> USAGE_PARTS = List.of("usageData", "usage", "featureUsage");

    private EntitlementsJson() {}

    static JsonObject write(List<EntitlementFact> facts, Optional<String> resourceId) {
        Set<String> features = facts.stream()
                .filter(FeatureFact.class::isInstance)
                .map(fact -> fact.ref().id())
                .collect(Collectors.toSet());
        JsonObject json = new JsonObject();
        for (EntitlementFact fact : facts) {
            if (fact instanceof FeatureFact feature) {
                json.add(feature.feature().id(), write(feature, resourceId));
            } else if (fact instanceof CreditFact credit) {
                json.add(creditName(credit, features), write(credit));
            }
        }
        return json;
    }

    /** What a credit is called counts for no reader, as long as no feature has that id. */
    private static String creditName(CreditFact credit, Set<String> features) {
        String name = "credit_" + credit.currency().id();
        while (features.contains(name)) {
            name = "_" + name;
        }
        return name;
    }

    private static JsonObject write(FeatureFact feature, Optional<String> resourceId) {
        JsonObject usage = new JsonObject();
        FeatureJson.writePeriod(feature, usage);
        UsageJson.writeDated(feature.usage(), usage);
        return member(FeatureJson.write(feature, resourceId), "featureUsage", usage);
    }

    private static JsonObject write(CreditFact credit) {
        JsonObject usage = new JsonObject();
        UsageJson.writeDated(credit.usage(), usage);
        return member(CreditJson.write(credit), "usageData", usage);
    }

    private static JsonObject member(JsonObject calculated, String usageName, JsonObject usage) {
        JsonObject member = new JsonObject();
        member.add(CALCULATED, calculated);
        member.add(usageName, usage);
        return member;
    }

    static List<EntitlementFact> read(JsonObject from) {
        List<EntitlementFact> facts = new ArrayList<>();
        from.entrySet().forEach(member -> fact(member.getValue()).ifPresent(facts::add));
        return facts;
    }

    private static Optional<EntitlementFact> fact(JsonElement member) {
        if (!(member instanceof JsonObject object)) {
            return Optional.empty();
        }
        return Json.objectAt(object, CALCULATED).flatMap(calculated -> fact(calculated, usagePart(object)));
    }

    private static JsonObject usagePart(JsonObject member) {
        return USAGE_PARTS.stream()
                .flatMap(name -> Json.objectAt(member, name).stream())
                .findFirst()
                .orElseGet(JsonObject::new);
    }

    private static Optional<EntitlementFact> fact(JsonObject calculated, JsonObject usagePart) {
        Usage usage = UsageJson.readDated(usagePart);
        String type = Json.text(calculated, "type").orElse("FEATURE");
        if (type.equals("CREDIT")) {
            return Optional.of(CreditJson.read(calculated, usage));
        }
        // What is no feature either was written by something newer than this SDK.
        return type.equals("FEATURE") && Json.member(calculated, "feature") != null
                ? Optional.of(FeatureJson.read(calculated, usagePart, usage))
                : Optional.empty();
    }
}
