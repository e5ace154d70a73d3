package io.stigg.sdk.offline;

import com.google.gson.stream.JsonWriter;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes the members of one entitlement, but for those that have the value that they have when they are not there. */
final class FactWriter {
    private final JsonWriter json;

    FactWriter(JsonWriter json) {
        this.json = json;
    }

    void members(EntitlementFact fact) throws IOException {
        if (fact instanceof CreditFact credit) {
            credit(credit);
        } else if (fact instanceof FeatureFact feature) {
            feature(feature);
        }
        text("denial", fact.denial().map(Denial::wireName));
        instant("validUntil", fact.validUntil());
        usage(fact.usage());
    }

    private void credit(CreditFact fact) throws IOException {
        CreditCurrency currency = fact.currency();
        text("type", Optional.of(EntryType.CREDIT.name()));
        named(currency.id(), currency.displayName(), currency.description(), currency.metadata());
        text("unitSingular", currency.unitSingular());
        text("unitPlural", currency.unitPlural());
        number("usageLimit", fact.usageLimit());
        flag("hasSoftLimit", fact.hasSoftLimit());
    }

    private void feature(FeatureFact fact) throws IOException {
        Feature feature = fact.feature();
        EntryType type = EntryType.of(feature);
        text("type", Optional.of(type.name()));
        text(
                "meterType",
                Optional.of(feature.meterType())
                        .filter(meter -> meter != type.meterType())
                        .map(Enum::name));
        named(feature.id(), feature.displayName(), feature.description(), feature.metadata());
        text("units", feature.units());
        text("unitsPlural", feature.unitsPlural());
        if (feature.unitTransformation().isPresent()) {
            UnitTransformation transformation = feature.unitTransformation().get();
            json.name("unitTransformation").beginObject();
            number("divide", transformation.divide());
            text("round", Optional.of(transformation.round().name()));
            json.endObject();
        }
        if (fact.usageLimit().isPresent()) {
            number(
                    type == EntryType.NUMERIC ? "value" : "usageLimit",
                    fact.usageLimit().getAsDouble());
        }
        flag("isUnlimited", fact.isUnlimited());
        flag("hasSoftLimit", fact.hasSoftLimit());
        if (!fact.enumValues().isEmpty()) {
            json.name("enumValues");
            value(fact.enumValues());
        }
        if (fact.resetPeriod().isPresent()) {
            ResetPeriod reset = fact.resetPeriod().get();
            json.name("resetPeriod").beginObject();
            text("unit", Optional.of(reset.unit().name()));
            text("accordingTo", Optional.of(reset.accordingTo().name()));
            json.endObject();
        }
        instant("usagePeriodAnchor", fact.usagePeriodAnchor());
        if (fact.creditRate().isPresent()) {
            CreditRate rate = fact.creditRate().get();
            json.name("creditRate").beginObject();
            number("amount", rate.amount());
            text("currencyId", Optional.of(rate.currencyId()));
            json.endObject();
        }
    }

    private void named(String id, String displayName, Optional<String> description, Map<String, Object> metadata)
            throws IOException {
        text("displayName", Optional.of(displayName).filter(name -> !name.equals(id)));
        text("description", description);
        if (!metadata.isEmpty() && Legible.isShallow(metadata)) {
            json.name("metadata");
            value(metadata);
        }
    }

    private void usage(Usage usage) throws IOException {
        if (usage.currentUsage() != 0) {
            number("currentUsage", usage.currentUsage());
        }
        instant("usagePeriodStart", usage.period().start());
        instant("usagePeriodEnd", usage.period().end());
        instant("usageUpdatedAt", usage.updatedAt());
    }

    private void text(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.name(name).value(text.get());
        }
    }

    private void instant(String name, Optional<Instant> instant) throws IOException {
        text(name, instant.map(Instant::toString));
    }

    private void flag(String name, boolean flag) throws IOException {
        if (flag) {
            json.name(name).value(true);
        }
    }

    private void number(String name, double number) throws IOException {
        json.name(name);
        boolean isWhole = number == (long) number && Math.abs(number) < 1L << 53;
        if (isWhole) {
            json.value((long) number);
        } else {
            json.value(number);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.beginObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.name(String.valueOf(member.getKey()));
                value(member.getValue());
            }
            json.endObject();
        } else if (value instanceof Iterable<?> elements) {
            json.beginArray();
            for (Object element : elements) {
                value(element);
            }
            json.endArray();
        } else if (value instanceof Number number) {
            json.value(number);
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else {
            json.value(String.valueOf(value));
        }
    }
}
