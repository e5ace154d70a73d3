package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Grants and credits as JSON: as short as can be, {@code true} or {@code 100} where there is no more to say. */
final class GrantJson {
    private static final String UNLIMITED = "unlimited";
    private static final String AGREED = "agreed";
    private static final Map<String, ResetPeriod> PERIODS = periods();

    private GrantJson() {}

    private static Map<String, ResetPeriod> periods() {
        Map<String, ResetPeriod> periods = new LinkedHashMap<>();
        for (Unit unit : List.of(Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)) {
            periods.put(unit.name().toLowerCase(Locale.ROOT), ResetPeriod.of(unit));
        }
        periods.put("calendarMonth", new ResetPeriod(Unit.MONTH, Alignment.START_OF_THE_MONTH));
        for (DayOfWeek day : DayOfWeek.values()) {
            periods.put(
                    day.name().toLowerCase(Locale.ROOT), new ResetPeriod(Unit.WEEK, Alignment.valueOf("EVERY_" + day)));
        }
        return periods;
    }

    static Grant read(String featureId, JsonValue value) {
        if (value.isFlag()) {
            return value.flag() ? Grant.of(featureId) : Grant.revoked(featureId);
        } else if (value.isList()) {
            return Grant.values(featureId, value.texts());
        } else if (value.isNumber() || value.isText()) {
            return limit(value).of(featureId);
        }
        JsonMembers members = value.members();
        Grant grant = members.take("limit")
                .map(limit -> limit(limit).of(featureId))
                .or(() -> members.take("bought").map(bounds -> bought(bounds).of(featureId)))
                .or(() -> members.take("values").map(values -> Grant.values(featureId, values.texts())))
                .orElseThrow(() -> members.wrong("must have a member limit, bought or values"));
        Grant changed = Term.apply(grant, terms(members));
        members.end();
        return changed;
    }

    private static Limit limit(JsonValue value) {
        if (value.isNumber()) {
            return Limit.of(value.number());
        }
        return switch (value.text()) {
            case UNLIMITED -> Limit.unlimited();
            case AGREED -> Limit.asAgreed();
            default -> throw value.wrong("must be a number, \"unlimited\" or \"agreed\", not " + value.text());
        };
    }

    private static Limit bought(JsonValue value) {
        List<JsonValue> bounds = value.pair();
        return Limit.asBought(bounds.get(0).number(), bounds.get(1).number());
    }

    private static Term[] terms(JsonMembers members) {
        return Stream.of(
                        members.take("soft").map(yes -> yes.yes(Term.softLimit())),
                        members.take("every").map(period -> Term.every(period(period))),
                        members.take("overriding").map(yes -> yes.yes(Term.overriding())))
                .flatMap(Optional::stream)
                .toArray(Term[]::new);
    }

    private static ResetPeriod period(JsonValue value) {
        ResetPeriod period = PERIODS.get(value.text());
        if (period == null) {
            throw value.wrong("must be one of " + PERIODS.keySet() + ", not " + value.text());
        }
        return period;
    }

    static Object write(Grant grant) {
        JsonDraft terms = new JsonDraft()
                .flag("soft", grant.hasSoftLimit())
                .with("every", grant.resetPeriod().map(GrantJson::word))
                .flag("overriding", grant.overrides());
        boolean isBought = grant.quantity().isPresent() && grant.kind() == Grant.Kind.GRANTED;
        if (terms.isEmpty() && !isBought) {
            return amount(grant);
        }
        JsonDraft whole = new JsonDraft()
                .with(isBought ? "bought" : grant.values().isEmpty() ? "limit" : "values", amount(grant));
        terms.map().forEach(whole::with);
        return whole.map();
    }

    private static Object amount(Grant grant) {
        if (grant.kind() == Grant.Kind.UNLIMITED) {
            return grant.quantity().isPresent() ? AGREED : UNLIMITED;
        } else if (grant.quantity().isPresent()) {
            Grant.Quantity bounds = grant.quantity().get();
            return List.of(bounds.minimum(), bounds.maximum());
        } else if (grant.limit().isPresent()) {
            return grant.limit().getAsDouble();
        }
        return grant.values().isEmpty() ? (Object) (grant.kind() == Grant.Kind.GRANTED) : grant.values();
    }

    private static String word(ResetPeriod period) {
        return PERIODS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(period))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(period + " cannot be said in JSON"));
    }

    static CreditAllowance readCredits(String currencyId, JsonValue value, KnownIds ids) {
        if (value.isNumber()) {
            return CreditAllowance.of(currencyId, value.number());
        }
        JsonMembers members = value.members();
        CreditAllowance credits =
                CreditAllowance.of(currencyId, members.require("amount").number());
        CreditAllowance changed = Term.apply(credits, terms(members));
        CreditAllowance whole = members.take("forEach")
                .map(feature -> changed.perUnitOf(ids.of(KnownIds.FEATURES, feature)))
                .orElse(changed);
        members.end();
        return whole;
    }

    static Object write(CreditAllowance credits) {
        JsonDraft terms = new JsonDraft()
                .with("amount", credits.amount())
                .flag("soft", credits.hasSoftLimit())
                .unless(
                        Unit.MONTH.name().toLowerCase(Locale.ROOT)::equals,
                        "every",
                        word(ResetPeriod.of(credits.cadence())))
                .flag("overriding", credits.overrides())
                .with("forEach", credits.perUnitOf());
        return terms.map().size() == 1 ? credits.amount() : terms.map();
    }
}
