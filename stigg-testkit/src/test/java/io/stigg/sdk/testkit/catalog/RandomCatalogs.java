package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.entitlement.UnitTransformation.Rounding;
import io.stigg.sdk.subscription.CancellationTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes catalogues that say whatever can be said, by a seed. */
final class RandomCatalogs {
    private final Random random;
    private final CatalogBuilder catalog = Catalog.builder();

    private RandomCatalogs(long seed) {
        random = new Random(seed);
    }

    static Catalog of(long seed) {
        return new RandomCatalogs(seed).create();
    }

    private Catalog create() {
        products();
        catalog.currency("cred-ai");
        catalog.currency("gold")
                .named("Gold \"coins\"")
                .described("Shiny\n& new")
                .inUnits("coin", "coins")
                .metadata("rate", 2.5);
        features();
        catalog.plan("plan-free").in("product-a").free();
        catalog.plan("plan-base").in("product-a").paid().trial(Trial.days(7));
        for (int i = 0; i < 4; i++) {
            plan(catalog.plan("plan-" + i).in("product-a"));
            addon(catalog.addon("addon-" + i).in("product-a"));
        }
        catalog.addon("addon-vip").in("product-a").custom(price());
        coupons();
        return catalog.build();
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private double number() {
        return oneOf(0.0, 1.0, 3.0, 10_000.0, 0.125, 1e18);
    }

    private void products() {
        ProductBuilder product = catalog.product("product-a");
        if (maybe()) {
            catalog.product("product-b").named("Bees").perResource();
            product.cancelling("product-b");
        }
        if (maybe()) {
            product.startingWith("plan-free").endingWith("plan-free").delayingDowngrades();
        } else if (maybe()) {
            product.startingWithTrialOf("plan-base").cancelledAt(CancellationTime.END_OF_BILLING_PERIOD);
        }
        product.resettingUsage(oneOf(UsageReset.values()));
    }

    private void features() {
        catalog.onOff("feature-sso").described("Sign on").metadata("tags", List.of("a", Map.of("n", 7)));
        catalog.number("feature-size").inUnits("MB", "MB").metadata("big", 5_000_000_000L);
        catalog.choice("feature-support", "email", "phone", "pigeon");
        catalog.level("feature-seats").named("Chairs");
        catalog.counter("feature-bytes").dividedBy(1_000, oneOf(Rounding.UP, Rounding.DOWN));
        FeatureBuilder calls = catalog.counter("feature-calls").costing(0.5, "cred-ai");
        Meter meter = maybe()
                ? Meter.counting("call")
                : Meter.of("call", oneOf(Meter.Aggregation.SUM, Meter.Aggregation.UNIQUE, Meter.Aggregation.AVG), "n");
        if (maybe()) {
            meter = meter.where(
                            EventCondition.in("region", "eu", 3, true),
                            EventCondition.of("gone", EventCondition.Operator.IS_NULL))
                    .orWhere(EventCondition.of("n", EventCondition.Operator.GREATER_THAN, 1.5));
        }
        calls.fedByEvents(meter);
    }

    private void plan(PlanBuilder plan) {
        shared(plan);
        switch (random.nextInt(3)) {
            case 0 -> plan.free();
            case 1 -> paid(plan);
            default -> plan.custom(prices()).compatibleWith("addon-vip", "addon-1");
        }
        if (maybe()) {
            plan.basedOn("plan-base").compatibleWith();
        }
    }

    private void paid(PlanBuilder plan) {
        plan.paid(prices()).compatibleWith("addon-0", "addon-2");
        if (maybe()) {
            Trial trial = maybe() ? Trial.days(14) : Trial.months(1);
            plan.trial(maybe() ? trial.thenPaid() : trial.thenCancelled().spendingAtMost(99.5));
        } else if (maybe()) {
            plan.trial(Trial.days(1));
        }
    }

    private void addon(AddonBuilder addon) {
        shared(addon);
        if (maybe()) {
            addon.paid(prices()).atMost(7);
        }
        if (maybe()) {
            addon.needing("addon-3", "addon-vip");
        }
        if (maybe()) {
            addon.meters("feature-calls", number(), Term.overriding(), period())
                    .sets("feature-size", number(), Term.overriding())
                    .allows("feature-support", List.of("pigeon"), Term.overriding())
                    .credits("gold", number(), Term.overriding());
        }
    }

    private void shared(PackageBuilder<?> shared) {
        if (maybe()) {
            shared.named("Näme").described("Über");
        }
        if (maybe()) {
            shared.grants("feature-sso");
        } else if (maybe()) {
            shared.withholds("feature-sso", "feature-seats");
        }
        if (maybe()) {
            shared.allows("feature-support", "phone", "email");
        }
        if (maybe()) {
            shared.sets("feature-size", oneOf(Limit.unlimited(), Limit.asAgreed(), Limit.of(number())));
        }
        if (maybe()) {
            shared.meters("feature-bytes", number(), period())
                    .meters(
                            "feature-seats",
                            oneOf(Limit.unlimited(), Limit.asAgreed(), Limit.asBought(2, 50), Limit.of(number())));
        }
        if (maybe()) {
            shared.meters("feature-calls", oneOf(Limit.unlimited(), Limit.asAgreed(), Limit.asBought(0, 9)), period())
                    .meters("feature-bytes", number(), Term.softLimit(), period());
        }
        if (maybe()) {
            shared.credits("cred-ai", number())
                    .credits(
                            "gold",
                            number(),
                            Term.softLimit(),
                            oneOf(Term.everyMonth(), Term.everyYear()),
                            Term.forEach("feature-seats"));
        }
        if (maybe()) {
            shared.chargingOverages(Prices.perUse("feature-bytes", amount()))
                    .hiddenFrom(WidgetType.PAYWALL, WidgetType.CHECKOUT);
        }
    }

    private Term period() {
        return oneOf(
                Term.everyHour(),
                Term.everyDay(),
                Term.everyWeek(),
                Term.every(oneOf(DayOfWeek.values())),
                Term.everyMonth(),
                Term.everyCalendarMonth(),
                Term.everyYear());
    }

    private Price[] prices() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> price()).toArray(Price[]::new);
    }

    private Price price() {
        Price price = amount();
        price = oneOf(
                price,
                Prices.perUnit("feature-seats", price),
                Prices.perUnit("feature-seats", price).between(1, 100),
                Prices.perUse("feature-calls", price),
                Prices.perCredit("cred-ai", Prices.monthly(Prices.usd("0.10"))),
                Prices.minimumSpend(Prices.yearly(Prices.usd(100))));
        price = maybe() ? Prices.inBlocksOf(1_000, price) : price;
        price = maybe() ? Prices.inCountry("DE", price) : price;
        return maybe() ? Prices.oneOff(price) : price;
    }

    private Price amount() {
        return oneOf(
                Prices.monthly(Prices.usd(10)),
                Prices.yearly(Prices.eur("9.90")),
                Prices.monthly(Prices.volume(Prices.upTo(5, Prices.usd(10)), Prices.beyond(Prices.usd(8)))),
                Prices.yearly(Prices.graduated(Prices.plusFlat(Prices.usd(3), Prices.beyond(Prices.usd("0.015"))))),
                Prices.monthly(Prices.credits(2, "gold")));
    }

    private void coupons() {
        catalog.coupon("coupon-half").percentOff(50);
        catalog.coupon("five")
                .named("Five")
                .described("Off")
                .amountOff(Prices.usd(5), Prices.eur("4.50"))
                .createdAt(Instant.parse("2025-01-15T10:00:00.123Z"));
        if (maybe()) {
            catalog.coupon("five").archived();
        }
    }
}
