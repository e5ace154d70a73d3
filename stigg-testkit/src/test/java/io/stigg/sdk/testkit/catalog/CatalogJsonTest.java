package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.testkit.catalog.Limit.asBought;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static io.stigg.sdk.testkit.catalog.Term.softLimit;
import static io.stigg.sdk.testkit.catalog.Trial.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A catalogue in JSON")
class CatalogJsonTest {
    private static final String SMALL = """
            {
              "products": {"product-acme": {}},
              "features": {
                "feature-sso": {"kind": "onOff"},
                "feature-seats": {"kind": "level", "units": ["seat", "seats"]},
                "feature-calls": {"kind": "counter", "name": "API calls"}
              },
              "plans": {
                "plan-free": {
                  "free": true,
                  "grants": {"feature-seats": 2, "feature-calls": {"limit": 100, "every": "month"}}
                },
                "plan-pro": {
                  "basedOn": "plan-free",
                  "paid": [
                    {"monthly": "50 USD"},
                    {"monthly": "10 USD", "perUnit": "feature-seats", "between": [3, 100]}
                  ],
                  "grants": {
                    "feature-sso": true,
                    "feature-seats": {"bought": [3, 100]},
                    "feature-calls": {"limit": 10000, "soft": true, "every": "month"}
                  },
                  "compatibleWith": ["addon-calls"],
                  "trial": {"days": 14, "then": "CANCEL_SUBSCRIPTION"}
                }
              },
              "addons": {
                "addon-calls": {
                  "paid": [{"monthly": "5 USD"}],
                  "grants": {"feature-calls": {"limit": 1000, "every": "month"}},
                  "atMost": 5
                }
              },
              "coupons": {"coupon-launch": {"percentOff": 20}}
            }
            """;

    private static Catalog small() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-acme");
        catalog.onOff("feature-sso");
        catalog.level("feature-seats").inUnits("seat", "seats");
        catalog.counter("feature-calls").named("API calls");
        catalog.plan("plan-free").free().meters("feature-seats", 2).meters("feature-calls", 100, everyMonth());
        catalog.plan("plan-pro")
                .basedOn("plan-free")
                .paid(
                        monthly(usd(50)),
                        perUnit("feature-seats", monthly(usd(10))).between(3, 100))
                .grants("feature-sso")
                .meters("feature-seats", asBought(3, 100))
                .meters("feature-calls", 10_000, softLimit(), everyMonth())
                .compatibleWith("addon-calls")
                .trial(days(14).thenCancelled());
        catalog.addon("addon-calls")
                .meters("feature-calls", 1_000, everyMonth())
                .atMost(5)
                .paid(monthly(usd(5)));
        catalog.coupon("coupon-launch").percentOff(20);
        return catalog.build();
    }

    @Test
    @DisplayName("is what the builder says with the same words")
    void reads() {
        assertThat(CatalogJson.read(SMALL)).isEqualTo(small());
    }

    @Test
    @DisplayName("is written for people, without what goes without saying")
    void writes() {
        assertThat(CatalogJson.write(small())).isEqualTo(SMALL);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("is read as it was written, whatever it has")
    void roundTrip(long seed) {
        Catalog catalog = RandomCatalogs.of(seed);

        String json = CatalogJson.write(catalog);

        assertThat(CatalogJson.read(json)).isEqualTo(catalog);
        assertThat(CatalogJson.write(CatalogJson.read(json))).isEqualTo(json);
    }

    @Test
    @DisplayName("keeps the order of everything, in which entitlements are listed")
    void keepsOrder() {
        Catalog acme = AcmeCatalog.create();

        Catalog read = CatalogJson.read(CatalogJson.write(acme));

        assertThat(read).isEqualTo(acme);
        assertThat(read.features()).containsExactlyElementsOf(acme.features());
        assertThat(read.plans()).containsExactlyElementsOf(acme.plans());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"limit\": 100,| \"limit\": \"many\",| plans.plan-free.grants.feature-calls.limit: must be a number, \"unlimited\" or \"agreed\", not many",
                "\"limit\": 100,| \"limit\": -1,| plans.plan-free.grants.feature-calls: limit must be a finite number, 0 or more, not -1.0",
                "\"limit\": 100, \"every\"| \"limit\": 100, \"evry\"| plans.plan-free.grants.feature-calls.evry: is not one of [limit, soft, every, overriding]",
                "\"limit\": 100, | | plans.plan-free.grants.feature-calls: must have a member limit, bought or values",
                "\"limit\": 100, \"every\": \"month\"| \"limit\": 100, \"every\": \"moon\"| plans.plan-free.grants.feature-calls.every: must be one of [hour, day, week, month, year, calendarMonth, monday, tuesday, wednesday, thursday, friday, saturday, sunday], not moon",
                "\"soft\": true| \"soft\": false| plans.plan-pro.grants.feature-calls.soft: must be true, or left out, not false",
                "\"bought\": [3, 100]| \"bought\": [3]| plans.plan-pro.grants.feature-seats.bought: must have two elements, not 1",
                "\"bought\": [3, 100]| \"bought\": [3, 1]| plans.plan-pro.grants.feature-seats: most must be 3.0 or more, not 1.0",
                "\"bought\": [3, 100]| \"bought\": [3, \"x\"]| plans.plan-pro.grants.feature-seats.bought[1]: must be a number, not x",
                "\"feature-sso\": true| \"feature-nope\": true| plans.plan-pro.grants.feature-nope: there is no feature-nope in features",
                "\"free\": true,| \"free\": true, \"custom\": [],| plans.plan-free: must have only one of [free, custom]",
                "\"free\": true,| | plans.plan-free: must have one of free, paid and custom",
                "\"basedOn\": \"plan-free\"| \"basedOn\": \"plan-nope\"| plans.plan-pro.basedOn: there is no plan-nope in plans",
                "\"basedOn\": \"plan-free\"| \"basedOn\": 7| plans.plan-pro.basedOn: must be a text, not 7",
                "\"50 USD\"| \"50 dollars\"| plans.plan-pro.paid[0].monthly: must be an amount of money such as \"9.90 USD\", not 50 dollars",
                "\"monthly\": \"50 USD\"| \"weekly\": \"50 USD\"| plans.plan-pro.paid[0]: must have one of monthly and yearly",
                "\"perUnit\": \"feature-seats\"| \"perUnit\": \"x\"| plans.plan-pro.paid[1].perUnit: there is no x in features",
                "\"perUnit\": \"feature-seats\"| \"perUnit\": \"feature-seats\", \"minimumSpend\": true| plans.plan-pro.paid[1]: must have only one of [perUnit, minimumSpend]",
                "\"between\": [3, 100]| \"inCountry\": \"Germany\"| plans.plan-pro.paid[1].inCountry: country must be a code such as DE, not Germany",
                "\"between\": [3, 100]| \"inBlocksOf\": 0| plans.plan-pro.paid[1].inBlocksOf: size must be a finite number greater than 0, not 0.0",
                "\"monthly\": \"5 USD\"| \"monthly\": {\"volume\": [{\"upTo\": 5}]}| addons.addon-calls.paid[0].monthly.volume: tiers must end with one that has no last unit",
                "[\"addon-calls\"]| [\"addon-nope\"]| plans.plan-pro.compatibleWith[0]: there is no addon-nope in addons",
                "[\"addon-calls\"]| \"addon-calls\"| plans.plan-pro.compatibleWith: must be a list in [], not addon-calls",
                "\"CANCEL_SUBSCRIPTION\"| \"UNKNOWN\"| plans.plan-pro.trial.then: must be one of [CONVERT_TO_PAID, CANCEL_SUBSCRIPTION], not UNKNOWN",
                "\"days\": 14| \"days\": 1.5| plans.plan-pro.trial.days: must be a whole number, not 1.5",
                "\"days\": 14| \"days\": 0| plans.plan-pro.trial.days: a trial takes 1 DAY or more, not 0",
                "\"atMost\": 5| \"atMost\": 0| addons.addon-calls.atMost: quantity must be 1 or more, not 0",
                "\"onOff\"| \"offOn\"| features.feature-sso.kind: must be one of [onOff, number, choice, counter, level], not offOn",
                "\"kind\": \"level\", | | features.feature-seats: must have a member kind",
                "\"percentOff\": 20| \"percentOff\": 120| coupons.coupon-launch.percentOff: percent must be more than 0, and 100 or less, not 120.0",
                "\"percentOff\": 20| | coupons.coupon-launch: must have one of percentOff and amountOff",
                "\"coupons\":| \"cupons\":| cupons: is not one of [products, currencies, features, plans, addons, coupons]",
                "\"product-acme\": {}| \"product-acme\": []| products.product-acme: must be an object in {}, not something in brackets",
                "\"product-acme\": {}| \"product-acme\": {\"cancelledAt\": \"SPECIFIC_DATE\"}| products.product-acme.cancelledAt: must be IMMEDIATE or END_OF_BILLING_PERIOD, not SPECIFIC_DATE",
                "\"product-acme\": {}| \"product-acme\": {}, \"product-acme\": {}| products.product-acme: is there twice",
                "\"product-acme\": {}| \"product-acme\": null| products.product-acme: must not be NULL: leave it out",
                "\"feature-sso\": true| \"feature-sso\": 3| plan-pro grants feature-sso in a way that does not go with a feature that is on or off",
            })
    @DisplayName("is refused with the path of what is wrong")
    void refusesMistakes(String right, String wrong, String message) {
        String mistaken = SMALL.replace(right, wrong == null ? "" : wrong);

        assertThat(mistaken).isNotEqualTo(SMALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogJson.read(mistaken))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``", "{", "{} {}", "{'plans': {}}", "{\"plans\": {},}"})
    @DisplayName("is refused if it is none")
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CatalogJson.read(text));
    }

    @Test
    @DisplayName("cannot be written of prices that have more than it can say")
    void cannotSay() {
        PriceParts parts = new PriceParts(monthly(usd(1)));
        parts.billingId = Optional.of("price_123");
        Catalog catalog = small().with(small().plan("plan-pro").orElseThrow().toBuilder()
                .paid(parts.price())
                .build());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogJson.write(catalog))
                .withMessage("plan-pro has something, such as a price, that cannot be said in JSON");
    }
}
