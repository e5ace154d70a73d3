package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingCadence;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceTier;
import io.stigg.sdk.catalog.TiersMode;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.testkit.catalog.Prices.Tiers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Prices as JSON: how often and how much, and what of. */
final class PriceJson {
    private static final String VOLUME = "volume";
    private static final String GRADUATED = "graduated";

    private final KnownIds ids;

    PriceJson(KnownIds ids) {
        this.ids = ids;
    }

    Price[] readAll(JsonValue prices) {
        return prices.list().stream().map(this::read).toArray(Price[]::new);
    }

    private Price read(JsonValue value) {
        JsonMembers members = value.members();
        Optional<Price> monthly = members.take("monthly").map(amount -> amount(BillingPeriod.MONTHLY, amount));
        Optional<Price> yearly = members.take("yearly").map(amount -> amount(BillingPeriod.ANNUALLY, amount));
        if (monthly.isPresent() == yearly.isPresent()) {
            throw value.wrong("must have one of monthly and yearly");
        }
        members.atMostOne("perUnit", "perUse", "perCredit", "minimumSpend");
        Price price = monthly.or(() -> yearly).orElseThrow();
        price = members.change("perUnit", price, (plain, id) -> Prices.perUnit(ids.of(KnownIds.FEATURES, id), plain));
        price = members.change("perUse", price, (plain, id) -> Prices.perUse(ids.of(KnownIds.FEATURES, id), plain));
        price = members.change(
                "perCredit", price, (plain, id) -> Prices.perCredit(ids.of(KnownIds.CURRENCIES, id), plain));
        price = members.change("minimumSpend", price, (plain, yes) -> yes.yes(Prices.minimumSpend(plain)));
        price = members.change("between", price, (plain, bounds) -> between(plain, bounds.pair()));
        price = members.change("inBlocksOf", price, (plain, size) -> Prices.inBlocksOf(size.number(), plain));
        price = members.change("inCountry", price, (plain, country) -> Prices.inCountry(country.text(), plain));
        price = members.change("oneOff", price, (plain, yes) -> yes.yes(Prices.oneOff(plain)));
        members.end();
        return price;
    }

    private static Price between(Price price, List<JsonValue> bounds) {
        return price.between(bounds.get(0).number(), bounds.get(1).number());
    }

    private Price amount(BillingPeriod period, JsonValue value) {
        boolean isMonthly = period == BillingPeriod.MONTHLY;
        if (value.isText()) {
            Money amount = value.money();
            return isMonthly ? Prices.monthly(amount) : Prices.yearly(amount);
        }
        JsonMembers members = value.members();
        Optional<Tiers> tiers = members.take(VOLUME)
                .map(steps -> tiers(TiersMode.VOLUME, steps))
                .or(() -> members.take(GRADUATED).map(steps -> tiers(TiersMode.GRADUATED, steps)));
        Price price = tiers.map(steps -> isMonthly ? Prices.monthly(steps) : Prices.yearly(steps))
                .orElseGet(() -> {
                    CreditRate rate = rate(members);
                    return isMonthly ? Prices.monthly(rate) : Prices.yearly(rate);
                });
        members.end();
        return price;
    }

    private CreditRate rate(JsonMembers members) {
        double amount = members.require("credits").number();
        return Prices.credits(amount, ids.of(KnownIds.CURRENCIES, members.require("of")));
    }

    private static Tiers tiers(TiersMode mode, JsonValue steps) {
        return steps.make(
                () -> new Tiers(mode, steps.list().stream().map(PriceJson::tier).toList()));
    }

    private static PriceTier tier(JsonValue value) {
        JsonMembers members = value.members();
        OptionalDouble upTo = members.take("upTo")
                .map(last -> OptionalDouble.of(last.number()))
                .orElse(OptionalDouble.empty());
        PriceTier tier = new PriceTier(
                upTo,
                members.take("each").map(JsonValue::money),
                members.take("flat").map(JsonValue::money));
        members.end();
        return tier;
    }

    static List<Object> write(List<Price> prices) {
        return prices.stream().map(PriceJson::write).toList();
    }

    private static Object write(Price price) {
        Optional<String> feature = price.feature().map(Feature::id);
        boolean isUnit = price.billingModel() == BillingModel.PER_UNIT;
        JsonDraft draft = new JsonDraft()
                .with(price.billingPeriod() == BillingPeriod.MONTHLY ? "monthly" : "yearly", amount(price))
                .with(isUnit ? "perUnit" : "perUse", feature)
                .with("perCredit", price.topUpCustomCurrencyId())
                .flag("minimumSpend", price.billingModel() == BillingModel.MINIMUM_SPEND);
        if (price.minUnitQuantity().isPresent() && price.maxUnitQuantity().isPresent()) {
            draft.with(
                    "between",
                    List.of(
                            price.minUnitQuantity().getAsDouble(),
                            price.maxUnitQuantity().getAsDouble()));
        }
        price.blockSize().ifPresent(size -> draft.with("inBlocksOf", size));
        draft.with("inCountry", price.billingCountryCode())
                .flag("oneOff", price.billingCadence().equals(Optional.of(BillingCadence.ONE_OFF)));
        return draft.map();
    }

    private static Object amount(Price price) {
        if (price.tiersMode().isPresent()) {
            String mode = price.tiersMode().get() == TiersMode.VOLUME ? VOLUME : GRADUATED;
            return new JsonDraft()
                    .with(mode, price.tiers().stream().map(PriceJson::write).toList())
                    .map();
        }
        return price.price()
                .<Object>map(JsonValue::of)
                .or(() -> price.creditRate()
                        .map(rate -> new JsonDraft()
                                .with("credits", rate.amount())
                                .with("of", rate.currencyId())
                                .map()))
                .orElseThrow(() -> new IllegalArgumentException(price + " cannot be said in JSON"));
    }

    private static Object write(PriceTier tier) {
        JsonDraft draft = new JsonDraft();
        tier.upTo().ifPresent(last -> draft.with("upTo", last));
        return draft.with("each", tier.unitPrice().map(JsonValue::of))
                .with("flat", tier.flatPrice().map(JsonValue::of))
                .map();
    }
}
