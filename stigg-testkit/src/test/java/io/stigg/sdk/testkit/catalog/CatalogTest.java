package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.testkit.catalog.Limit.asAgreed;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.perCredit;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static io.stigg.sdk.testkit.catalog.Term.overriding;
import static io.stigg.sdk.testkit.catalog.Term.softLimit;
import static io.stigg.sdk.testkit.catalog.Trial.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A catalogue")
class CatalogTest {
    private final CatalogBuilder catalog = builder();

    private static CatalogBuilder builder() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-p");
        catalog.onOff("feature-sso");
        catalog.number("feature-size");
        catalog.choice("feature-support", "email", "phone");
        catalog.counter("feature-calls").inUnits("call", "calls");
        catalog.currency("cred-ai").inUnits("credit", "credits");
        return catalog;
    }

    @Test
    @DisplayName("lets a plan inherit along the whole line, its own values first")
    void inherits() {
        catalog.plan("a").free().grants("feature-sso").sets("feature-size", 1);
        catalog.plan("b").free().basedOn("a").sets("feature-size", 2);
        catalog.plan("c").free().basedOn("b");

        Catalog built = catalog.build();

        assertThat(built.grants(built.plan("c").orElseThrow()))
                .containsEntry("feature-sso", Grant.of("feature-sso"))
                .containsEntry("feature-size", Grant.limited("feature-size", 2))
                .hasSize(2);
    }

    @Test
    @DisplayName("says limits and credits with the words of their terms")
    void terms() {
        catalog.plan("a")
                .custom()
                .sets("feature-size", asAgreed())
                .meters("feature-calls", 10, softLimit(), everyMonth())
                .credits("cred-ai", 5, Term.everyYear(), softLimit(), Term.forEach("feature-calls"));

        Plan plan = catalog.build().plan("a").orElseThrow();

        assertThat(plan.grants())
                .containsExactly(
                        Grant.agreed("feature-size"),
                        Grant.limited("feature-calls", 10).soft().resetting(ResetPeriod.of(ResetPeriod.Unit.MONTH)));
        assertThat(plan.allowances())
                .containsExactly(CreditAllowance.of("cred-ai", 5)
                        .every(ResetPeriod.of(ResetPeriod.Unit.YEAR))
                        .soft()
                        .perUnitOf("feature-calls"));
    }

    @Test
    @DisplayName("makes names of ids where nobody says them")
    void names() {
        catalog.plan("plan-site-plus").free();
        catalog.plan("plan-ent").custom().named("Enterprise");

        Catalog built = catalog.build();

        assertThat(built.plans()).extracting(Plan::displayName).containsExactly("Site plus", "Enterprise");
        assertThat(built.feature("feature-sso").orElseThrow().feature().displayName())
                .isEqualTo("Sso");
        assertThat(built.products()).extracting(Product::displayName).containsExactly("P");
    }

    @Test
    @DisplayName("puts everything in the only product, and asks for it where there are several")
    void onlyProduct() {
        catalog.plan("a").free();
        catalog.addon("x");

        Catalog built = catalog.build();
        catalog.product("product-q");

        assertThat(built.plan("a").orElseThrow().productId()).isEqualTo("product-p");
        assertThat(built.addon("x").orElseThrow().productId()).isEqualTo("product-p");
        assertThatIllegalArgumentException()
                .isThrownBy(catalog::build)
                .withMessage("a must say which product it is in, as there is not just one");
    }

    @Test
    @DisplayName("adds to prices what it knows of their feature and of their credits")
    void completesPrices() {
        catalog.plan("a").paid(perUnit("feature-calls", monthly(usd(1))), perCredit("cred-ai", monthly(usd("0.10"))));

        Catalog built = catalog.build();

        Plan plan = built.plan("a").orElseThrow();
        assertThat(plan.prices().get(0).feature())
                .contains(built.feature("feature-calls").orElseThrow().feature());
        assertThat(plan.prices().get(1).customCurrency().orElseThrow())
                .satisfies(currency -> assertThat(currency.displayName()).isEqualTo("Ai"))
                .satisfies(currency ->
                        assertThat(currency.units().orElseThrow().plural()).contains("credits"));
    }

    @Test
    @DisplayName("knows what plans cost, and its coupons as a whole")
    void pricesAndCoupons() {
        Catalog acme = AcmeCatalog.create();

        assertThat(acme.plan("plan-basic").orElseThrow().prices())
                .extracting(Price::billingPeriod)
                .containsExactly(BillingPeriod.MONTHLY, BillingPeriod.ANNUALLY);
        assertThat(acme.coupon("coupon-launch").orElseThrow().percentOff()).hasValue(20);
        assertThat(acme.coupon("coupon-nope")).isEmpty();
        assertThat(acme.coupons()).hasSize(1);
    }

    @Nested
    @DisplayName("is changed")
    class Changed {
        private final Catalog acme = AcmeCatalog.create();

        @Test
        @DisplayName("by a builder that goes on with what is there")
        void goesOn() {
            CatalogBuilder changed = acme.toBuilder();
            changed.product("product-acme").delayingDowngrades();
            changed.plan("plan-free").meters("feature-api-calls", 200, everyMonth());

            Catalog other = changed.build();

            assertThat(acme.toBuilder().build()).isEqualTo(acme).hasSameHashCodeAs(acme);
            assertThat(other).isNotEqualTo(acme);
            assertThat(other.product("product-acme").orElseThrow().journey().delaysDowngrades())
                    .isTrue();
            assertThat(other.plan("plan-free").orElseThrow().grants())
                    .hasSameSizeAs(acme.plan("plan-free").orElseThrow().grants())
                    .contains(
                            Grant.limited("feature-api-calls", 200).resetting(ResetPeriod.of(ResetPeriod.Unit.MONTH)));
        }

        @Test
        @DisplayName("by another version of a plan or an add-on")
        void byVersions() {
            Plan plan = acme.plan("plan-free").orElseThrow().toBuilder()
                    .grants("feature-sso")
                    .build();
            Addon addon = acme.addon("addon-calls").orElseThrow().toBuilder()
                    .atMost(9)
                    .build();

            Catalog changed = acme.with(plan).with(addon);

            assertThat(changed.plan("plan-free")).contains(plan);
            assertThat(changed.addon("addon-calls")).contains(addon);
        }

        @Test
        @DisplayName("by nothing that is not a version of what it has")
        void byNothingElse() {
            Plan elsewhere =
                    Plan.builder("plan-free").in("product-sites").free().build();
            Addon unknown = Addon.builder("addon-nope").in("product-acme").build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> acme.with(elsewhere))
                    .withMessage("plan-free is not a plan of product-sites");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> acme.with(unknown))
                    .withMessage("addon-nope is not an add-on of product-acme");
        }
    }

    private static Arguments refused(Consumer<CatalogBuilder> mistake, String message) {
        return Arguments.of(Named.of(message, mistake), message);
    }

    static Stream<Arguments> mistakes() {
        String missing = " refers to nope, which is not in the catalogue";
        return Stream.of(
                refused(catalog -> catalog.plan("a").free().grants("nope"), "a" + missing),
                refused(catalog -> catalog.plan("a").free().basedOn("nope"), "a" + missing),
                refused(catalog -> catalog.plan("a").free().compatibleWith("nope"), "a" + missing),
                refused(catalog -> catalog.plan("a").free().in("nope"), "a" + missing),
                refused(catalog -> catalog.plan("a").free().credits("nope", 1), "a" + missing),
                refused(catalog -> catalog.plan("a").paid(perUnit("nope", monthly(usd(1)))), "a" + missing),
                refused(catalog -> catalog.plan("a").paid(perCredit("nope", monthly(usd(1)))), "a" + missing),
                refused(catalog -> catalog.plan("a").free().credits("cred-ai", 1, Term.forEach("nope")), "a" + missing),
                refused(catalog -> catalog.addon("x").needing("nope"), "x" + missing),
                refused(catalog -> catalog.addon("x").paid(perUnit("nope", monthly(usd(1)))), "x" + missing),
                refused(catalog -> catalog.counter("f").costing(1, "nope"), "f" + missing),
                refused(catalog -> catalog.product("product-p").endingWith("nope"), "product-p" + missing),
                refused(catalog -> catalog.plan("a"), "a must say whether it is free, paid or custom"),
                refused(catalog -> catalog.coupon("c"), "c must take a percentage or an amount off"),
                refused(
                        catalog -> catalog.plan("a").free().trial(days(14)),
                        "a has a trial, which only paid plans can have"),
                refused(
                        catalog -> catalog.plan("a").free().sets("feature-size", 1, overriding()),
                        "a overrides something, which only add-ons can"),
                refused(
                        catalog -> catalog.plan("a").free().meters("feature-sso", 1),
                        "a grants feature-sso in a way that does not go with a feature that is on or off"),
                refused(
                        catalog -> catalog.plan("a").free().grants("feature-calls"),
                        "a grants feature-calls in a way that does not go with a feature that is metered"),
                refused(
                        catalog -> catalog.plan("a").free().meters("feature-size", 1, everyMonth()),
                        "a grants feature-size in a way that does not go with a feature that is a configured number"),
                refused(
                        catalog -> catalog.plan("a").free().allows("feature-support"),
                        "a grants feature-support in a way that does not go with a feature that is a choice of values"),
                refused(
                        catalog -> catalog.plan("a").free().allows("feature-support", "fax"),
                        "a allows fax, which is no value of feature-support, only [email, phone]"),
                refused(
                        catalog -> {
                            catalog.addon("x").custom();
                            catalog.plan("a").paid().compatibleWith("x");
                        },
                        "x only goes with custom plans, not a"),
                refused(
                        catalog -> {
                            catalog.plan("a").paid();
                            catalog.product("product-p").startingWith("a");
                        },
                        "the journey of product-p needs a plan of its own that is FREE, not a"),
                refused(
                        catalog -> catalog.product("product-p").cancelling("product-p"),
                        "product-p cannot cancel product-p: the former must be subscribed to once a customer, "
                                + "the latter for each resource"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("is refused, with the id of what does not fit, when")
    void refusesMistakes(Consumer<CatalogBuilder> mistake, String message) {
        CatalogBuilder mistaken = builder();
        mistake.accept(mistaken);

        assertThatIllegalArgumentException().isThrownBy(mistaken::build).withMessage(message);
    }

    @Test
    @DisplayName("is refused when a plan inherits from itself")
    void noCycles() {
        catalog.plan("a").free().basedOn("b");
        catalog.plan("b").free().basedOn("a");

        assertThatIllegalArgumentException().isThrownBy(catalog::build).withMessageContaining("inherits from itself");
    }

    @Test
    @DisplayName("has no feature of two kinds")
    void oneKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.counter("feature-sso"))
                .withMessage("feature-sso is there already, as a feature of kind onOff, not counter");
    }

    @Test
    @DisplayName("refuses terms that mean nothing where they are said")
    void meaninglessTerms() {
        PlanBuilder plan = catalog.plan("a").free();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.meters("feature-calls", 1, Term.forEach("feature-size")))
                .withMessage("feature-calls cannot be granted for each unit of feature-size, credits can");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.credits("cred-ai", 1, Term.everyCalendarMonth()))
                .withMessage("cred-ai cannot be granted by the calendar, but from the start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.credits("cred-ai", 1, Term.everyDay()))
                .withMessage("cred-ai must be granted every month or year, not every DAY");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.meters("feature-calls", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.asBought(5, 4));
    }
}
