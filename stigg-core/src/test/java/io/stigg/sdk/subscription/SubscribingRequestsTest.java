package io.stigg.sdk.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.PriceTier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requests that subscribe")
@SuppressWarnings("deprecation") // what is deprecated is refused all the same
class SubscribingRequestsTest {
    private static final PlanSelection BASIC = PlanSelection.of("plan-basic");
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    @DisplayName("refuse terms that an operation has no way to be told")
    void termsThatAreLacking() {
        refused(
                "ApplySubscription cannot be given subscriptionId",
                () -> ApplySubscription.of("acme", BASIC.withSubscriptionId("sub-1")));
        refused(
                "priceUnitAmount",
                () -> ApplySubscription.of(
                        "acme", BASIC.toBuilder().priceUnitAmount(1).build()));
        refused(
                "CreateSubscription cannot be given trialOverrideConfiguration",
                () -> CreateSubscription.of(
                        "acme",
                        BASIC.toBuilder()
                                .trialOverrideConfiguration(TrialOverride.noTrial())
                                .build()));
    }

    @Test
    @DisplayName("refuse what contradicts itself")
    void contradictions() {
        PlanSelection trial = BASIC.toBuilder()
                .trialOverrideConfiguration(TrialOverride.trial())
                .build();

        refused(
                "skipTrial",
                () -> ProvisionSubscription.builder("acme", trial).skipTrial().build());
        refused(
                "cancellationDate",
                () -> ProvisionSubscription.builder("acme", BASIC)
                        .startDate(MONDAY)
                        .cancellationDate(MONDAY.minusSeconds(1))
                        .build());
        refused("trialEndDate", () -> new TrialOverride(false, Optional.of(MONDAY), Optional.empty()));
        refused(
                "usageLimit",
                () -> new UsageTerms(
                        UsageTerms.upTo(1).usageLimit(), Optional.of(true), Optional.empty(), Optional.empty()));
        refused(
                "price and tiers",
                () -> PriceOverride.builder()
                        .price(Money.of("1", "USD"))
                        .tiers(List.of(new PriceTier(OptionalDouble.empty(), Optional.empty(), Optional.empty())))
                        .build());
    }

    @Test
    @DisplayName("refuse what cannot be meant, by its name")
    void cannotBeMeant() {
        refused("customerId", () -> ProvisionSubscription.of(" ", BASIC));
        refused("planId", () -> PlanSelection.of(""));
        refused("subscriptionId", () -> UpdateSubscription.builder("").build());
        refused("billingPeriod", () -> BASIC.billed(BillingPeriod.UNKNOWN));
        refused(
                "quantity of seats",
                () -> UpdateSubscription.builder("sub-1").quantity("seats", -1).build());
        refused("percentOff", () -> CouponDiscount.percent(101));
        refused("successUrl", () -> CheckoutOptions.of("", "https://no"));
        refused("couponId", () -> SubscriptionCoupon.of(" "));
    }

    @Test
    @DisplayName("a selection is built further without losing what it has")
    void builtFurther() {
        PlanSelection selection = PlanSelection.builder("plan-basic")
                .resourceId("site-1")
                .promotionCode("SPRING")
                .addon("addon-a", 1)
                .build();

        PlanSelection further = selection.withAddon("addon-b", 2).withMetadata("n", 1);

        assertThat(further)
                .isEqualTo(selection.toBuilder()
                        .addons(Map.of("addon-a", 1, "addon-b", 2))
                        .metadata("n", 1)
                        .build());
        assertThat(further.promotionCode()).contains("SPRING");
    }

    @Test
    @DisplayName("leaving the trial out of the older way to subscribe overrides the plan")
    void skipsTrial() {
        CreateSubscription request =
                CreateSubscription.builder("acme", BASIC).skipTrial().build();

        assertThat(request.isOverridingTrialConfig()).contains(true);
        assertThat(request.isTrial()).contains(false);
    }
}
