package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.CreditCadence;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.subscription.AddonChange;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.BillingCycleAnchor;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.Charge;
import io.stigg.sdk.subscription.CheckoutOptions;
import io.stigg.sdk.subscription.CouponDiscount;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.DowngradeChange;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.OlderSubscriptionEntitlement;
import io.stigg.sdk.subscription.OlderSubscriptionEntitlementUpdate;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PriceOverride;
import io.stigg.sdk.subscription.ProrationBehavior;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription.Created;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionBillingInfo;
import io.stigg.sdk.subscription.SubscriptionBudget;
import io.stigg.sdk.subscription.SubscriptionCoupon;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionEntitlement;
import io.stigg.sdk.subscription.TermsBuilder;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.subscription.UnitAmountChange;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.subscription.UsageTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How customers are subscribed and subscriptions changed. Extend it for a transport. Not thread-safe. */
@SuppressWarnings("deprecation") // what is deprecated is served
public abstract class SubscribingOperationsContract extends OperationsContract {
    private static final String SEATS = "feature-seats";
    private static final Instant PERIOD_END = Instant.parse("2025-02-15T10:00:00Z");

    /** For subclasses. */
    protected SubscribingOperationsContract() {}

    private SubscriptionDetails details(String id) {
        return ask(new GetSubscription(id));
    }

    private OptionalDouble seats() {
        return seats(ask(new GetEntitlementsState(CustomerScope.of("cust-1"), Freshness.LATEST)));
    }

    private static OptionalDouble seats(EntitlementSnapshot snapshot) {
        return snapshot.entitlements().stream()
                .filter(fact -> fact.ref().equals(EntitlementRef.feature(SEATS)))
                .map(FeatureFact.class::cast)
                .findAny()
                .orElseThrow()
                .usageLimit();
    }

    private void givenProWithSeats(double quantity) {
        givenCustomer(
                "cust-1",
                PlanSelection.of("plan-pro")
                        .withoutTrial()
                        .withSubscriptionId("sub-1")
                        .billed(BillingPeriod.MONTHLY)
                        .withAddon("addon-calls", 2)
                        .withQuantity(SEATS, quantity));
    }

    @Test
    @DisplayName("a provision takes quantities as charges, another who pays, and when to cancel")
    void provisions() {
        ask(ProvisionCustomer.of("cust-1"));
        ask(ProvisionCustomer.of("payer"));
        PlanSelection selection = PlanSelection.of("plan-pro").withoutTrial().toBuilder()
                .subscriptionId("sub-1")
                .charges(List.of(Charge.feature(SEATS, 7)))
                .build();

        Created outcome = (Created) ask(ProvisionSubscription.builder("cust-1", selection)
                .cancellationDate(PERIOD_END)
                .payingCustomerId("payer")
                .skipTrial()
                .build());

        assertThat(outcome.subscription().cancellationDate()).contains(PERIOD_END);
        assertThat(details("sub-1").payingCustomerId()).contains("payer");
        assertThat(details("sub-1").subscription().cancellationDate()).contains(PERIOD_END);
        assertThat(seats()).hasValue(7);
    }

    @Test
    @DisplayName("an application of a subscription answers with it and with the entitlements")
    void applies() {
        ask(ProvisionCustomer.of("cust-1"));

        AppliedSubscription outcome = ask(ApplySubscription.of(
                "cust-1", PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 9)));

        Subscription made = outcome.subscription().orElseThrow();
        assertThat(details(made.id()).subscription().planId()).isEqualTo("plan-pro");
        assertThat(outcome.entitlements().map(SubscribingOperationsContract::seats))
                .contains(OptionalDouble.of(9));
    }

    @Test
    @DisplayName("the older way to subscribe makes the same subscription")
    void creates() {
        ask(ProvisionCustomer.of("cust-1"));

        Subscription made = ask(CreateSubscription.builder("cust-1", PlanSelection.of("plan-basic"))
                .startDate(Instant.parse("2025-01-01T00:00:00Z"))
                .crmId("crm-1")
                .build());

        assertThat(details(made.id()).subscription()).isEqualTo(made);
        assertThat(made.startDate()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(seats()).hasValue(5);
    }

    @Test
    @DisplayName("an update changes quantities, add-ons, billing period and metadata, and keeps the start")
    void updates() {
        givenProWithSeats(5);
        Instant start = details("sub-1").subscription().startDate();
        backend().clock().advanceTo(Instant.parse("2025-01-20T00:00:00Z"));

        Subscription changed = ask(UpdateSubscription.builder("sub-1")
                .quantity(SEATS, 8)
                .addons(Map.of("addon-calls", 1))
                .billingPeriod(BillingPeriod.ANNUALLY)
                .metadata("seller", "kim")
                .build());

        assertThat(details("sub-1").subscription()).isEqualTo(changed);
        assertThat(changed.addons()).containsExactly(Map.entry("addon-calls", 1));
        assertThat(changed.metadata()).containsEntry("seller", "kim");
        assertThat(changed.startDate()).isEqualTo(start);
        assertThat(changed.currentBillingPeriodEnd()).contains(Instant.parse("2026-01-15T10:00:00Z"));
        assertThat(seats()).hasValue(8);
    }

    @Test
    @DisplayName("an update keeps add-ons that it does not speak of, and removes all with an empty map")
    void removesAddons() {
        givenProWithSeats(5);

        Subscription kept =
                ask(UpdateSubscription.builder("sub-1").quantity(SEATS, 6).build());
        Subscription removed =
                ask(UpdateSubscription.builder("sub-1").addons(Map.of()).build());

        assertThat(kept.addons()).containsEntry("addon-calls", 2);
        assertThat(removed.addons()).isEmpty();
    }

    @Test
    @DisplayName("a cancellation is set by an update, kept by another, and taken back by a third")
    void cancellation() {
        givenProWithSeats(5);

        Subscription set = ask(
                UpdateSubscription.builder("sub-1").cancellationDate(PERIOD_END).build());
        Subscription kept =
                ask(UpdateSubscription.builder("sub-1").quantity(SEATS, 6).build());
        Subscription cleared =
                ask(UpdateSubscription.builder("sub-1").clearCancellationDate().build());

        assertThat(set.cancellationDate()).contains(PERIOD_END);
        assertThat(kept.cancellationDate()).contains(PERIOD_END);
        assertThat(cleared.cancellationDate()).isEmpty();
    }

    @Test
    @DisplayName("less waits for the end of the billing period, more does not, and the latest update counts")
    void lessWaits() {
        givenProWithSeats(5);

        ask(UpdateSubscription.builder("sub-1")
                .quantity(SEATS, 4)
                .addon("addon-calls", 3)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());
        List<ScheduledUpdate> first = details("sub-1").scheduledUpdates();
        ask(UpdateSubscription.builder("sub-1")
                .quantity(SEATS, 3)
                .addon("addon-calls", 1)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());
        SubscriptionDetails second = details("sub-1");

        assertThat(first).singleElement().satisfies(update -> {
            assertThat(update.type()).isEqualTo(ScheduleType.UNIT_AMOUNT);
            assertThat(update.executionTime()).isEqualTo(PERIOD_END);
            assertThat(update.change()).contains(new UnitAmountChange(Optional.of(SEATS), OptionalDouble.of(4)));
        });
        assertThat(second.subscription().addons()).containsEntry("addon-calls", 3);
        assertThat(second.scheduledUpdates())
                .extracting(update -> update.change().orElseThrow())
                .containsExactly(
                        new UnitAmountChange(Optional.of(SEATS), OptionalDouble.of(3)),
                        new AddonChange("addon-calls", 1));
        assertThat(seats()).hasValue(5);
    }

    @Test
    @DisplayName("what waits is done when its time has come, and waits no longer")
    void waitingIsDone() {
        givenProWithSeats(5);
        ask(UpdateSubscription.builder("sub-1")
                .quantity(SEATS, 4)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());

        backend().clock().advanceTo(PERIOD_END);

        assertThat(seats()).hasValue(4);
        assertThat(details("sub-1").scheduledUpdates()).isEmpty();
    }

    @Test
    @DisplayName("what waits can be given up")
    void waitingIsCancelled() {
        givenProWithSeats(5);
        ask(UpdateSubscription.builder("sub-1")
                .quantity(SEATS, 4)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());

        ask(CancelSubscriptionUpdates.scheduled("sub-1"));

        assertThat(details("sub-1").scheduledUpdates()).isEmpty();
        backend().clock().advanceTo(PERIOD_END);
        assertThat(seats()).hasValue(5);
    }

    @Test
    @DisplayName("a lower plan can wait for the end of the billing period")
    void downgradeWaits() {
        givenProWithSeats(7);

        Created outcome = (Created) ask(ProvisionSubscription.builder("cust-1", PlanSelection.of("plan-basic"))
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());
        List<ScheduledUpdate> waiting = details("sub-1").scheduledUpdates();
        OptionalDouble seatsBefore = seats();
        backend().clock().advanceTo(PERIOD_END);

        assertThat(outcome.subscription().planId()).isEqualTo("plan-pro");
        assertThat(waiting)
                .singleElement()
                .satisfies(update -> assertThat(update.change()).containsInstanceOf(DowngradeChange.class));
        assertThat(seatsBefore).hasValue(7);
        assertThat(seats()).hasValue(5);
        assertThat(details("sub-1").subscription().planId()).isEqualTo("plan-basic");
    }

    @Test
    @DisplayName("a higher plan does not wait")
    void upgradeDoesNotWait() {
        givenCustomer("cust-1", PlanSelection.of("plan-basic"));

        Created outcome = (Created) ask(ProvisionSubscription.builder(
                        "cust-1", PlanSelection.of("plan-pro").withoutTrial())
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());

        assertThat(outcome.subscription().planId()).isEqualTo("plan-pro");
    }

    @Test
    @DisplayName("what cannot be is refused and changes nothing")
    void refuses() {
        givenProWithSeats(5);
        SubscriptionDetails before = details("sub-1");

        assertThat(refusal(
                        UpdateSubscription.builder("sub-x").quantity(SEATS, 4).build()))
                .isEqualTo(ErrorCode.SUBSCRIPTION_NOT_FOUND);
        assertThat(refusal(
                        UpdateSubscription.builder("sub-1").quantity(SEATS, 101).build()))
                .isEqualTo(ErrorCode.INVALID_QUANTITY);
        assertThat(refusal(UpdateSubscription.builder("sub-1")
                        .addon("addon-sso", 1)
                        .build()))
                .isEqualTo(ErrorCode.INCOMPATIBLE_SUBSCRIPTION_ADDON);
        assertThat(refusal(UpdateSubscription.builder("sub-1")
                        .cancellationDate(Instant.parse("2024-01-01T00:00:00Z"))
                        .build()))
                .isEqualTo(ErrorCode.INVALID_CANCELLATION_DATE);
        assertThat(refusal(ApplySubscription.of("cust-x", PlanSelection.of("plan-basic"))))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusal(CreateSubscription.of("cust-1", PlanSelection.of("plan-x"))))
                .isEqualTo(ErrorCode.PLAN_NOT_FOUND);
        assertThat(details("sub-1")).isEqualTo(before);
    }

    @Test
    @DisplayName("all terms can be sent, and are refused where they could not be kept")
    void allTerms() {
        givenProWithSeats(5);
        PlanSelection.Builder selection = withAllTerms(PlanSelection.of("plan-pro").withoutTrial().toBuilder())
                .billingCountryCode("DE")
                .billingId("b-1")
                .subscriptionEntitlements(List.of(OlderSubscriptionEntitlement.of(SEATS, UsageTerms.upTo(5))));

        assertThat(refusal(ProvisionSubscription.builder(
                                "cust-1",
                                selection
                                        .trialOverrideConfiguration(TrialOverride.trialUntil(PERIOD_END))
                                        .build())
                        .checkoutOptions(CheckoutOptions.builder("https://ok", "https://no")
                                .allowPromoCodes(true)
                                .referenceId("r")
                                .build())
                        .build()))
                .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        assertThat(refusal(ApplySubscription.builder("cust-1", selection.build())
                        .paymentMethodId("pm-1")
                        .trialEndDate(PERIOD_END)
                        .build()))
                .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        assertThat(refusal(CreateSubscription.builder(
                                "cust-1",
                                withAllTerms(PlanSelection.builder("plan-pro")).build())
                        .trial(true)
                        .endDate(PERIOD_END)
                        .isCustomPriceSubscription(true)
                        .build()))
                .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
        assertThat(refusal(withAllTerms(UpdateSubscription.builder("sub-1"))
                        .subscriptionEntitlements(
                                List.of(OlderSubscriptionEntitlementUpdate.of(SEATS, UsageTerms.unlimited())))
                        .trialEndDate(PERIOD_END)
                        .build()))
                .isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER);
    }

    private static <B extends TermsBuilder<B>> B withAllTerms(B builder) {
        return builder.billingPeriod(BillingPeriod.MONTHLY)
                .addon("addon-calls", 1)
                .quantity(SEATS, 5)
                .charges(List.of(Charge.credits("cred-ai", 10)))
                .unitQuantity(2)
                .promotionCode("SPRING")
                .appliedCoupon(
                        SubscriptionCoupon.discount(CouponDiscount.percent(10).forMonths(3))
                                .from(PERIOD_END))
                .billingCycleAnchor(BillingCycleAnchor.NOW)
                .billingInformation(SubscriptionBillingInfo.builder()
                        .invoiceDaysUntilDue(14)
                        .prorationBehavior(ProrationBehavior.NONE)
                        .taxRateIds(List.of("t"))
                        .metadata(Map.of("k", 1))
                        .build())
                .budget(new SubscriptionBudget(100, true))
                .minimumSpend(Money.of("9.99", "USD"))
                .priceOverrides(List.of(PriceOverride.builder()
                        .featureId(SEATS)
                        .price(Money.of("5", "USD"))
                        .build()))
                .salesforceId("sf-1")
                .entitlement(SubscriptionEntitlement.feature(
                        SEATS, UsageTerms.upTo(50).soft().resetting(ResetPeriod.of(ResetPeriod.Unit.MONTH))))
                .entitlement(SubscriptionEntitlement.credits("cred-ai", 100, CreditCadence.MONTH))
                .awaitPaymentConfirmation(true)
                .metadata("tags", List.of("a", "b"));
    }
}
