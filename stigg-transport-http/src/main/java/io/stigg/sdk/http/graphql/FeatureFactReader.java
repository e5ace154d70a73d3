package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;

/** Reads {@code FeatureEntitlement}. */
final class FeatureFactReader {
    private static final WireEnum<FeatureType> FEATURE_TYPE = WireEnum.of(FeatureType.class, FeatureType.UNKNOWN);
    private static final WireEnum<MeterType> METER_TYPE = WireEnum.of(MeterType.class, MeterType.UNKNOWN);
    private static final WireEnum<UnitTransformation.Rounding> ROUNDING =
            WireEnum.of(UnitTransformation.Rounding.class, UnitTransformation.Rounding.UNKNOWN);

    private FeatureFactReader() {}

    static FeatureFact fact(JsonView entitlement) {
        return new FeatureFact(
                feature(entitlement.at("feature")),
                EntitlementReader.denial(entitlement),
                entitlement.at("usageLimit").numberIfAny(),
                entitlement.at("hasUnlimitedUsage").flag(),
                entitlement.at("hasSoftLimit").flagOrFalse(),
                entitlement.at("enumValues").elements().stream()
                        .map(JsonView::text)
                        .toList(),
                ResetPeriodReader.resetPeriod(entitlement),
                entitlement.at("usagePeriodAnchor").instantIfAny(),
                usage(entitlement),
                entitlement.at("creditRate").ifPresent(FeatureFactReader::creditRate),
                entitlement.at("validUntil").instantIfAny());
    }

    static Feature feature(JsonView feature) {
        return new Feature(
                feature.at("refId").id(),
                feature.at("displayName").text(),
                FEATURE_TYPE.read(feature.at("featureType")),
                METER_TYPE.readIfAny(feature.at("meterType")).orElse(MeterType.NONE),
                feature.at("description").textIfAny(),
                feature.at("featureUnits").textIfAny(),
                feature.at("featureUnitsPlural").textIfAny(),
                feature.find("unitTransformation").ifPresent(FeatureFactReader::unitTransformation),
                feature.at("additionalMetaData").members());
    }

    private static UnitTransformation unitTransformation(JsonView transformation) {
        return new UnitTransformation(transformation.at("divide").number(), ROUNDING.read(transformation.at("round")));
    }

    private static Usage usage(JsonView entitlement) {
        return new Usage(
                entitlement.at("currentUsage").numberIfAny().orElse(0),
                new UsagePeriod(
                        entitlement.at("usagePeriodStart").instantIfAny(),
                        entitlement.at("usagePeriodEnd").instantIfAny()),
                entitlement.at("usageUpdatedAt").instantIfAny());
    }

    private static CreditRate creditRate(JsonView rate) {
        return new CreditRate(rate.at("amount").number(), rate.at("currencyId").id());
    }
}
