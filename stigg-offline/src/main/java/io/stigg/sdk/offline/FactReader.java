package io.stigg.sdk.offline;

import static java.util.Objects.requireNonNullElse;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads one entitlement. Used once. */
final class FactReader {
    private final JsonCursor json;
    private String id;
    private @Nullable EntryType type;
    private @Nullable MeterType meterType;
    private @Nullable String displayName;
    private @Nullable String description;
    private @Nullable String unit;
    private @Nullable String units;
    private @Nullable UnitTransformation unitTransformation;
    private Map<String, Object> metadata = Map.of();
    private @Nullable Denial denial;
    private OptionalDouble limit = OptionalDouble.empty();
    private boolean isUnlimited;
    private boolean hasSoftLimit;
    private List<String> enumValues = List.of();
    private double currentUsage;
    private @Nullable Instant periodStart;
    private @Nullable Instant periodEnd;
    private @Nullable Instant usageUpdatedAt;
    private @Nullable ResetPeriod resetPeriod;
    private @Nullable Instant usagePeriodAnchor;
    private @Nullable CreditRate creditRate;
    private @Nullable Instant validUntil;
    private @Nullable String ofFeatureAlone;
    private @Nullable String ofCreditAlone;

    FactReader(JsonCursor json, String key) {
        this.json = json;
        this.id = key;
    }

    EntitlementFact fact(JsonCursor.Place place) {
        for (String name : json.members()) {
            member(name);
        }
        EntryType stated = type;
        if (stated == null) {
            throw place.wrong("has no \"type\"");
        }
        String alien = stated == EntryType.CREDIT ? ofFeatureAlone : ofCreditAlone;
        if (alien != null) {
            throw place.wrong("is " + stated + ", which has no \"" + alien + "\"");
        }
        if (id.isBlank()) {
            throw place.wrong("has a blank \"id\"");
        }
        return stated == EntryType.CREDIT ? credit(place) : feature(stated);
    }

    private void member(String name) {
        switch (name) {
            case "id" -> id = json.text();
            case "type" -> type = json.constant(EntryType.class);
            case "displayName" -> displayName = json.text();
            case "description" -> description = json.text();
            case "metadata" -> metadata = json.anything();
            case "denial" -> denial = Denial.ofWire(json.text());
            case "usageLimit" -> limit = OptionalDouble.of(json.amount());
            case "hasSoftLimit" -> hasSoftLimit = json.flag();
            case "currentUsage" -> currentUsage = json.number();
            case "usagePeriodStart" -> periodStart = json.instant();
            case "usagePeriodEnd" -> periodEnd = json.instant();
            case "usageUpdatedAt" -> usageUpdatedAt = json.instant();
            case "validUntil" -> validUntil = json.instant();
            case "unitSingular", "unitPlural" -> memberOfCredit(name);
            default -> memberOfFeature(name);
        }
    }

    private void memberOfCredit(String name) {
        ofCreditAlone = name;
        if (name.equals("unitSingular")) {
            unit = json.text();
        } else {
            units = json.text();
        }
    }

    private void memberOfFeature(String name) {
        ofFeatureAlone = name;
        switch (name) {
            case "value" -> limit = OptionalDouble.of(json.amount());
            case "isUnlimited" -> isUnlimited = json.flag();
            case "enumValues" -> enumValues = json.texts();
            case "meterType" -> meterType = json.constant(MeterType.class);
            case "units" -> unit = json.text();
            case "unitsPlural" -> units = json.text();
            case "unitTransformation" -> unitTransformation = unitTransformation();
            case "resetPeriod" -> resetPeriod = resetPeriod();
            case "usagePeriodAnchor" -> usagePeriodAnchor = json.instant();
            case "creditRate" -> creditRate = creditRate();
            default -> throw json.unknown(name);
        }
    }

    private CreditFact credit(JsonCursor.Place place) {
        return new CreditFact(
                new CreditCurrency(
                        id,
                        requireNonNullElse(displayName, id),
                        Optional.ofNullable(description),
                        Optional.ofNullable(unit),
                        Optional.ofNullable(units),
                        metadata),
                Optional.ofNullable(denial),
                limit.orElseThrow(() -> place.wrong("is CREDIT, and has no \"usageLimit\"")),
                hasSoftLimit,
                usage(),
                Optional.ofNullable(validUntil));
    }

    private FeatureFact feature(EntryType stated) {
        return new FeatureFact(
                new Feature(
                        id,
                        requireNonNullElse(displayName, id),
                        stated.featureType(),
                        requireNonNullElse(meterType, stated.meterType()),
                        Optional.ofNullable(description),
                        Optional.ofNullable(unit),
                        Optional.ofNullable(units),
                        Optional.ofNullable(unitTransformation),
                        metadata),
                Optional.ofNullable(denial),
                limit,
                isUnlimited,
                hasSoftLimit,
                enumValues,
                Optional.ofNullable(resetPeriod),
                Optional.ofNullable(usagePeriodAnchor),
                usage(),
                Optional.ofNullable(creditRate),
                Optional.ofNullable(validUntil));
    }

    private Usage usage() {
        return new Usage(
                currentUsage,
                new UsagePeriod(Optional.ofNullable(periodStart), Optional.ofNullable(periodEnd)),
                Optional.ofNullable(usageUpdatedAt));
    }

    private UnitTransformation unitTransformation() {
        JsonCursor.Place place = json.place();
        double divide = 1;
        UnitTransformation.Rounding round = UnitTransformation.Rounding.UP;
        for (String name : json.members()) {
            switch (name) {
                case "divide" -> divide = json.amount();
                case "round" -> round = json.constant(UnitTransformation.Rounding.class);
                default -> throw json.unknown(name);
            }
        }
        if (divide == 0) {
            throw place.wrong("must not divide by 0");
        }
        return new UnitTransformation(divide, round);
    }

    private ResetPeriod resetPeriod() {
        JsonCursor.Place place = json.place();
        ResetPeriod.Unit length = null;
        ResetPeriod.Alignment alignment = ResetPeriod.Alignment.SUBSCRIPTION_START;
        for (String name : json.members()) {
            switch (name) {
                case "unit" -> length = json.constant(ResetPeriod.Unit.class);
                case "accordingTo" -> alignment = json.constant(ResetPeriod.Alignment.class);
                default -> throw json.unknown(name);
            }
        }
        if (length == null) {
            throw place.wrong("has no \"unit\"");
        }
        return new ResetPeriod(length, alignment);
    }

    private CreditRate creditRate() {
        JsonCursor.Place place = json.place();
        OptionalDouble amount = OptionalDouble.empty();
        String currencyId = "";
        for (String name : json.members()) {
            switch (name) {
                case "amount" -> amount = OptionalDouble.of(json.amount());
                case "currencyId" -> currencyId = json.text();
                default -> throw json.unknown(name);
            }
        }
        if (currencyId.isBlank() || amount.isEmpty()) {
            throw place.wrong("needs an \"amount\" and a \"currencyId\"");
        }
        return new CreditRate(amount.getAsDouble(), currencyId);
    }
}
