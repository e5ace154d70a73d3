package io.stigg.sdk.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A catalogue")
class CatalogTest {
    private static CatalogBuilder builder() {
        return Catalog.builder().products(Product.of("p", "P")).features(CatalogFeature.onOff("f", "F"));
    }

    private static Plan plan(String id) {
        return Plan.free(id, id, "p");
    }

    @Test
    @DisplayName("lets a plan inherit along the whole line, its own values first")
    void inherits() {
        Catalog catalog = builder()
                .features(CatalogFeature.numeric("n", "N"))
                .plans(
                        plan("a").granting(Grant.of("f"), Grant.limited("n", 1)),
                        plan("b").basedOn("a").granting(Grant.limited("n", 2)),
                        plan("c").basedOn("b"))
                .build();

        assertThat(catalog.grants(catalog.plan("c").orElseThrow()))
                .containsEntry("f", Grant.of("f"))
                .containsEntry("n", Grant.limited("n", 2))
                .hasSize(2);
    }

    @Test
    @DisplayName("is refused when something refers to what is not there")
    void whole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder().plans(plan("a").granting(Grant.of("nope"))).build())
                .withMessage("a refers to nope, which is not in the catalogue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().plans(plan("a").basedOn("nope")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder().plans(plan("a").compatibleWith("nope")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().plans(Plan.free("a", "A", "nope")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .plans(plan("a").granting(CreditAllowance.monthly("nope", 1)))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .addons(Addon.of("x", "X", "p").needing("nope"))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .features(CatalogFeature.incremental("g", "G").costing(1, "nope"))
                        .build());
        Price ofNothing = Price.perUnit(
                Feature.of("nope", FeatureType.NUMBER, MeterType.FLUCTUATING),
                BillingPeriod.MONTHLY,
                Money.of("1", "USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().plans(plan("a").priced(ofNothing)).build())
                .withMessage("a refers to nope, which is not in the catalogue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .addons(Addon.of("x", "X", "p").priced(ofNothing))
                        .build());
    }

    @Test
    @DisplayName("is refused when a plan inherits from itself")
    void noCycles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .plans(plan("a").basedOn("b"), plan("b").basedOn("a"))
                        .build())
                .withMessageContaining("inherits from itself");
    }

    @Test
    @DisplayName("knows what plans cost, and its coupons as a whole")
    void pricesAndCoupons() {
        Catalog acme = AcmeCatalog.create();

        assertThat(acme.plan("plan-basic").orElseThrow().prices())
                .extracting(Price::billingPeriod)
                .containsExactly(BillingPeriod.MONTHLY, BillingPeriod.ANNUALLY);
        assertThat(acme.coupon("coupon-launch").orElseThrow().percentOff()).hasValue(20);
        assertThat(acme.hasCoupon("coupon-launch")).isTrue();
        assertThat(acme.hasCoupon("coupon-nope")).isFalse();
        assertThat(acme.coupons()).hasSize(1);
    }

    @Test
    @DisplayName("has each id once")
    void idsOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().plans(plan("a"), plan("a")))
                .withMessage("a is there already");
    }
}
