package io.stigg.sdk.redis;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UnitTransformation.Rounding;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is kept of the entitlement to a feature, but for its usage. */
final class FeatureJson {
    private static final WireNames<FeatureType> TYPES = WireNames.of(FeatureType.class, FeatureType.UNKNOWN);
    private static final WireNames<Rounding> ROUNDINGS = WireNames.of(Rounding.class, Rounding.UNKNOWN);
    private static final WireNames<MeterType> METERS = WireNames.of(MeterType.class, MeterType.UNKNOWN);
    private static final Map<MeterType, String> NODE_METERS =
            Map.of(MeterType.NONE, "None", MeterType.INCREMENTAL, "Incremental", MeterType.FLUCTUATING, "Fluctuating");
    private static final Gson GSON = new Gson();
    private static final String ANCHOR = "usagePeriodAnchor";

    private FeatureJson() {}

    static JsonObject write(FeatureFact fact, Optional<String> resourceId) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "FEATURE");
        json.add("feature", write(fact.feature()));
        Json.addText(json, "resourceId", resourceId);
        json.add("usageLimit", limit(fact.usageLimit()));
        json.addProperty("hasUnlimitedUsage", fact.isUnlimited());
        json.addProperty("hasSoftLimit", fact.hasSoftLimit());
        Json.addText(json, "accessDeniedReason", fact.denial().map(Denial::wireName));
        JsonArray values = new JsonArray();
        fact.enumValues().forEach(values::add);
        json.add("enumValues", values);
        Json.addInstant(json, "validUntil", fact.validUntil());
        fact.creditRate().ifPresent(rate -> json.add("creditRate", write(rate)));
        return json;
    }

    private static JsonElement limit(OptionalDouble limit) {
        return limit.isPresent() ? Json.of(limit.getAsDouble()) : JsonNull.INSTANCE;
    }

    private static JsonObject write(Feature feature) {
        JsonObject json = new JsonObject();
        json.addProperty("id", feature.id());
        json.addProperty("displayName", feature.displayName());
        json.addProperty("featureType", TYPES.write(feature.type()));
        if (feature.type() == FeatureType.NUMBER || feature.meterType() != MeterType.NONE) {
            json.addProperty(
                    "meterType",
                    NODE_METERS.getOrDefault(
                            feature.meterType(), feature.meterType().name()));
        }
        json.addProperty("units", feature.units().orElse(""));
        json.addProperty("unitsPlural", feature.unitsPlural().orElse(""));
        Json.addText(json, "description", feature.description());
        feature.unitTransformation().ifPresent(transformation -> json.add("unitTransformation", write(transformation)));
        if (!feature.metadata().isEmpty()) {
            json.add("additionalMetaData", GSON.toJsonTree(feature.metadata()));
        }
        return json;
    }

    private static JsonObject write(UnitTransformation transformation) {
        JsonObject json = new JsonObject();
        json.add("divide", Json.of(transformation.divide()));
        json.addProperty("round", ROUNDINGS.write(transformation.round()));
        return json;
    }

    private static JsonObject write(CreditRate rate) {
        JsonObject json = new JsonObject();
        json.add("amount", Json.of(rate.amount()));
        json.addProperty("currencyId", rate.currencyId());
        return json;
    }

    /** Writes where older readers look for it: beside the usage. */
    static void writePeriod(FeatureFact fact, JsonObject usage) {
        ResetPeriodJson.write(fact.resetPeriod(), usage);
        Json.addInstant(usage, ANCHOR, fact.usagePeriodAnchor());
    }

    /**
     * Reads an entitlement.
     *
     * @param from the calculated part
     * @param usageJson the part that says what has been used, where older writers put the reset period
     * @param usage what has been used
     */
    static FeatureFact read(JsonObject from, JsonObject usageJson, Usage usage) {
        Optional<Instant> anchor = Json.instant(from, ANCHOR).or(() -> Json.instant(usageJson, ANCHOR));
        return new FeatureFact(
                feature(Json.objectAt(from, "feature").orElseThrow(() -> Json.nonsense("feature"))),
                Json.text(from, "accessDeniedReason").map(Denial::ofWire),
                Json.number(from, "usageLimit").map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                Json.flag(from, "hasUnlimitedUsage"),
                Json.flag(from, "hasSoftLimit"),
                texts(from, "enumValues"),
                ResetPeriodJson.read(from, usageJson),
                anchor,
                usage,
                Json.objectAt(from, "creditRate").map(FeatureJson::rate),
                Json.instant(from, "validUntil"));
    }

    private static Feature feature(JsonObject from) {
        String id = Json.requiredText(from, "id");
        return new Feature(
                id,
                Json.text(from, "displayName").orElse(id),
                TYPES.read(Json.requiredText(from, "featureType")),
                Json.text(from, "meterType").map(METERS::read).orElse(MeterType.NONE),
                Json.text(from, "description"),
                Json.text(from, "units").filter(units -> !units.isEmpty()),
                Json.text(from, "unitsPlural").filter(units -> !units.isEmpty()),
                Json.objectAt(from, "unitTransformation").map(FeatureJson::transformation),
                Json.objectAt(from, "additionalMetaData").map(Json::values).orElse(Map.of()));
    }

    private static UnitTransformation transformation(JsonObject from) {
        return new UnitTransformation(
                Json.number(from, "divide").orElseThrow(() -> Json.nonsense("divide")),
                ROUNDINGS.read(Json.requiredText(from, "round")));
    }

    private static CreditRate rate(JsonObject from) {
        return new CreditRate(
                Json.number(from, "amount").orElseThrow(() -> Json.nonsense("amount")),
                Json.requiredText(from, "currencyId"));
    }

    private static List<String> texts(JsonObject from, String name) {
        JsonElement found = Json.member(from, name);
        if (found == null) {
            return List.of();
        }
        if (found instanceof JsonArray array && array.asList().stream().allMatch(JsonElement::isJsonPrimitive)) {
            return array.asList().stream().map(JsonElement::getAsString).toList();
        }
        throw Json.nonsense(name);
    }
}
