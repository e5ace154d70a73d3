package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.UnitTransformation.Rounding;
import io.stigg.sdk.testkit.catalog.Meter.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Features and currencies of credits as JSON. */
final class FeatureJson {
    private FeatureJson() {}

    static void read(String id, JsonValue value, CatalogBuilder catalog, KnownIds ids) {
        JsonMembers members = value.members();
        KindOfFeature kind = kind(members.require("kind"));
        FeatureBuilder feature = catalog.feature(id, kind);
        if (kind == KindOfFeature.CHOICE) {
            feature.of(members.require("values").texts());
        }
        members.change("name", feature, (told, name) -> told.named(name.text()));
        members.change("description", feature, (told, text) -> told.described(text.text()));
        members.change("units", feature, (told, units) -> {
            List<JsonValue> pair = units.pair();
            return told.inUnits(pair.get(0).text(), pair.get(1).text());
        });
        members.change("dividedBy", feature, FeatureJson::divide);
        members.change("fedByEvents", feature, (told, events) -> told.fedByEvents(meter(events)));
        members.change("costing", feature, (told, cost) -> {
            JsonMembers rate = cost.members();
            double amount = rate.require("credits").number();
            String currency = ids.of(KnownIds.CURRENCIES, rate.require("of"));
            rate.end();
            return told.costing(amount, currency);
        });
        members.change("metadata", feature, (told, metadata) -> {
            metadata.entries().forEach((key, each) -> told.metadata(key, each.value()));
            return told;
        });
        members.end();
    }

    private static KindOfFeature kind(JsonValue value) {
        return Arrays.stream(KindOfFeature.values())
                .filter(kind -> kind.word().equals(value.text()))
                .findFirst()
                .orElseThrow(() -> value.wrong("must be one of "
                        + Arrays.stream(KindOfFeature.values())
                                .map(KindOfFeature::word)
                                .toList()
                        + ", not " + value.text()));
    }

    private static FeatureBuilder divide(FeatureBuilder feature, JsonValue value) {
        JsonMembers members = value.members();
        double divisor = members.require("divisor").number();
        Rounding rounding = members.require("rounding").constant(Rounding.class);
        members.end();
        return feature.dividedBy(divisor, rounding);
    }

    private static Meter meter(JsonValue value) {
        JsonMembers members = value.members();
        String event = members.require("event").text();
        members.atMostOne(
                Arrays.stream(Aggregation.values()).map(FeatureJson::word).toArray(String[]::new));
        Meter meter = Meter.counting(event);
        for (Aggregation aggregation : Aggregation.values()) {
            if (aggregation.needsField()) {
                meter = members.change(
                        word(aggregation), meter, (counting, field) -> Meter.of(event, aggregation, field.text()));
            }
        }
        meter = members.change("where", meter, FeatureJson::filter);
        members.end();
        return meter;
    }

    private static String word(Aggregation aggregation) {
        return aggregation.name().toLowerCase(Locale.ROOT);
    }

    private static Meter filter(Meter meter, JsonValue groups) {
        Meter filtered = meter;
        for (JsonValue group : groups.list()) {
            Meter before = filtered;
            filtered = group.make(() -> before.orWhere(
                    group.list().stream().map(FeatureJson::condition).toArray(EventCondition[]::new)));
        }
        return filtered;
    }

    private static EventCondition condition(JsonValue value) {
        JsonMembers members = value.members();
        String field = members.require("field").text();
        EventCondition.Operator operator = members.require("operator").constant(EventCondition.Operator.class);
        Object[] operands = members.take("operands")
                .map(list -> list.list().stream().map(JsonValue::plain).toArray())
                .orElse(new Object[0]);
        members.end();
        return value.make(() -> EventCondition.of(field, operator, operands));
    }

    static Object write(CatalogFeature known) {
        Feature feature = known.feature();
        KindOfFeature kind = KindOfFeature.of(feature);
        JsonDraft draft = new JsonDraft().with("kind", kind.word());
        if (kind == KindOfFeature.CHOICE) {
            draft.with("values", known.values());
        }
        return draft.unless(DisplayNames.of(known.id(), "feature")::equals, "name", feature.displayName())
                .with("description", feature.description())
                .pair("units", feature.units(), feature.unitsPlural())
                .with(
                        "dividedBy",
                        feature.unitTransformation()
                                .map(divided -> new JsonDraft()
                                        .with("divisor", divided.divide())
                                        .with("rounding", divided.round().name())
                                        .map()))
                .with("fedByEvents", known.meter().map(FeatureJson::write))
                .with(
                        "costing",
                        known.creditRate()
                                .map(rate -> new JsonDraft()
                                        .with("credits", rate.amount())
                                        .with("of", rate.currencyId())
                                        .map()))
                .all("metadata", new TreeMap<>(feature.metadata()))
                .map();
    }

    private static Object write(Meter meter) {
        return new JsonDraft()
                .with("event", meter.eventName())
                .with(word(meter.aggregation()), meter.field())
                .all(
                        "where",
                        meter.filters().stream()
                                .map(group ->
                                        group.stream().map(FeatureJson::write).toList())
                                .toList())
                .map();
    }

    private static Object write(EventCondition condition) {
        return new JsonDraft()
                .with("field", condition.field())
                .with("operator", condition.operator().name())
                .all("operands", condition.operands())
                .map();
    }

    static void read(JsonValue value, CurrencyBuilder currency) {
        JsonMembers members = value.members();
        members.change("name", currency, (told, name) -> told.named(name.text()));
        members.change("description", currency, (told, text) -> told.described(text.text()));
        members.change("units", currency, (told, units) -> {
            List<JsonValue> pair = units.pair();
            return told.inUnits(pair.get(0).text(), pair.get(1).text());
        });
        members.change("metadata", currency, (told, metadata) -> {
            metadata.entries().forEach((key, each) -> told.metadata(key, each.value()));
            return told;
        });
        members.end();
    }

    static Object write(CreditCurrency currency) {
        return new JsonDraft()
                .unless(DisplayNames.of(currency.id(), "cred")::equals, "name", currency.displayName())
                .with("description", currency.description())
                .pair("units", currency.unitSingular(), currency.unitPlural())
                .all("metadata", new TreeMap<>(currency.metadata()))
                .map();
    }
}
