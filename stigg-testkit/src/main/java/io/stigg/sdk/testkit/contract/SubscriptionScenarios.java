package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer.Decision;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancellationAction;
import io.stigg.sdk.subscription.CheckoutOptions;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledChange;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.UnitAmountChange;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.Checkout;
import io.stigg.sdk.testkit.EndReason;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.ProductBuilder;
import io.stigg.sdk.testkit.catalog.UsageReset;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How customers of the Acme catalogue come, move between plans and leave, numbered so that each scenario can be named. */
public abstract class SubscriptionScenarios extends Scenarios {
    private static final CheckoutOptions RETURN =
            CheckoutOptions.of("https://acme.example/ok", "https://acme.example/no");

    /** For subclasses. */
    protected SubscriptionScenarios() {}

    /** Goes on with an Acme whose product has another journey. */
    private void givenAcme(Consumer<ProductBuilder> change) {
        CatalogBuilder catalog = AcmeCatalog.create().toBuilder();
        change.accept(catalog.product("product-acme"));
        given(StiggBackend.of(catalog.build(), FakeClock.at(T0)));
    }

    private ProvisionedCustomer provisionAskingFor(String planId) {
        return ask(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of(planId)));
    }

    private EndReason whyEnded(Subscription subscription) {
        return backend().endReason(subscription.id()).orElseThrow();
    }

    private CancelSubscription.Builder cancellation(String planId) {
        return CancelSubscription.builder(to(planId).id());
    }

    @Test
    @DisplayName("S14: without billing a paid plan is there at once")
    void paidPlanWithoutBilling() {
        customer();

        Subscription made = subscribe(PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY));

        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(limit(CALLS)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("S15: with billing and without a payment method a paid plan has to be paid for first")
    void checkout() {
        backend().connectBilling();
        customerOn("plan-free");

        ProvisionedSubscription outcome = ask(ProvisionSubscription.builder(
                        "cust-1", PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY))
                .checkoutOptions(RETURN)
                .build());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProvisionedSubscription.PaymentRequired.class,
                        page -> assertThat(page.checkoutUrl()).isNotEmpty());
        assertThat(statuses()).containsExactly(Status.ACTIVE);
        assertThat(limit(CALLS)).isEqualTo(100);
    }

    @Test
    @DisplayName("S16: when it is paid, the plan is there, the former one ended, and usage starts again")
    void checkoutIsCompleted() {
        backend().connectBilling();
        customerOn("plan-free");
        report(CALLS, 40);
        ask(ProvisionSubscription.builder(
                        "cust-1", PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY))
                .checkoutOptions(RETURN)
                .build());

        Checkout page = backend().checkouts().get(0);
        backend().completeCheckout(page.id());

        assertThat(to("plan-basic").status()).isEqualTo(Status.ACTIVE);
        assertThat(to("plan-free").status()).isEqualTo(Status.CANCELED);
        assertThat(whyEnded(to("plan-free"))).isEqualTo(EndReason.UPGRADE_OR_DOWNGRADE);
        eventually(() -> assertThat(limit(CALLS)).isEqualTo(1_000));
        assertThat(usage(CALLS)).isZero();
    }

    @Test
    @DisplayName("S17: a customer can be made without a subscription")
    void customerAlone() {
        ProvisionedCustomer made = ask(ProvisionCustomer.of("cust-1"));

        assertThat(made.decision()).isEqualTo(Decision.SKIPPED_SUBSCRIPTION_CREATION);
        assertThat(made.subscription()).isEmpty();
        assertThat(subscriptions()).isEmpty();
    }

    @Test
    @DisplayName("S18: where customers start with a free plan, they do whatever is asked for")
    void startsFree() {
        givenAcme(product -> product.startingWith("plan-free"));

        ProvisionedCustomer made = provisionAskingFor("plan-basic");

        assertThat(made.decision()).isEqualTo(Decision.PREDEFINED_FREE_PLAN);
        assertThat(made.subscription()).hasValueSatisfying(subscription -> {
            assertThat(subscription.planId()).isEqualTo("plan-free");
            assertThat(subscription.status()).isEqualTo(Status.ACTIVE);
        });
    }

    @Test
    @DisplayName("S19: where customers start with a trial, they do whatever is asked for")
    void startsWithTrial() {
        givenAcme(product -> product.startingWithTrialOf("plan-pro"));

        ProvisionedCustomer made = provisionAskingFor("plan-basic");

        assertThat(made.decision()).isEqualTo(Decision.PREDEFINED_TRIAL_PLAN);
        assertThat(made.subscription()).hasValueSatisfying(subscription -> {
            assertThat(subscription.planId()).isEqualTo("plan-pro");
            assertThat(subscription.status()).isEqualTo(Status.IN_TRIAL);
            assertThat(subscription.trialEndDate()).contains(Instant.parse("2025-01-29T10:00:00Z"));
        });
        assertGranted(onOff(SSO));
    }

    @Test
    @DisplayName("S20: where usage is never reset, it goes on with the next plan")
    void usageGoesOn() {
        givenAcme(product -> product.resettingUsage(UsageReset.NEVER));
        customerOn("plan-free");
        report(CALLS, 40);

        subscribe("plan-basic");

        assertThat(limit(CALLS)).isEqualTo(1_000);
        assertThat(usage(CALLS)).isEqualTo(40);
        assertThat(statuses()).containsExactly(Status.CANCELED, Status.ACTIVE);
    }

    @Test
    @DisplayName("S21: a plan that starts later leaves the present one until then")
    void startsLater() {
        Instant start = Instant.parse("2025-02-01T00:00:00Z");
        customerOn("plan-free");

        Subscription later = made(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic"))
                .startingAt(start));
        double before = limit(CALLS);
        backend().clock().advanceTo(start);

        assertThat(later.status()).isEqualTo(Status.NOT_STARTED);
        assertThat(before).isEqualTo(100);
        assertThat(limit(CALLS)).isEqualTo(1_000);
        assertThat(to("plan-free").status()).isEqualTo(Status.CANCELED);
        assertThat(to("plan-free").effectiveEndDate()).contains(start);
    }

    @Test
    @DisplayName("S22: a plan that has started before counts its months from then, and short months shorten no other")
    void startedBefore() {
        customer();

        Subscription made = made(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic"))
                .startingAt(Instant.parse("2024-12-31T00:00:00Z")));
        String january = metered(CALLS).usagePeriod().toString();
        advanceTo("2025-02-10T00:00:00Z");
        String february = metered(CALLS).usagePeriod().toString();

        assertThat(made.status()).isEqualTo(Status.ACTIVE);
        assertThat(january).contains("2024-12-31T00:00:00Z", "2025-01-31T00:00:00Z");
        assertThat(february).contains("2025-01-31T00:00:00Z", "2025-02-28T00:00:00Z");
    }

    @Test
    @DisplayName("S23: what is bought by quantity is limited by it, and quantities have bounds")
    void quantities() {
        customer();
        PlanSelection pro = PlanSelection.of("plan-pro").withoutTrial();

        subscribe(pro.withQuantity(SEATS, 7));

        assertThat(limit(SEATS)).isEqualTo(7);
        assertThat(refusal(ProvisionSubscription.of("cust-1", pro.withQuantity(SEATS, 2))))
                .isEqualTo(ErrorCode.INVALID_QUANTITY);
    }

    @Test
    @DisplayName("S24: add-ons that are too many, lack another one or do not go with the plan are refused")
    void addonsAreRefused() {
        customer();
        PlanSelection basic = PlanSelection.of("plan-basic");

        assertThat(refusal(ProvisionSubscription.of("cust-1", basic.withAddon("addon-calls", 6))))
                .isEqualTo(ErrorCode.ADDON_QUANTITY_EXCEEDS_LIMIT_ERROR);
        assertThat(refusal(ProvisionSubscription.of("cust-1", basic.withAddon("addon-insights", 1))))
                .isEqualTo(ErrorCode.ADDON_DEPENDENCY_MISSING_ERROR);
        assertThat(refusal(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-pro").withAddon("addon-sso", 1))))
                .isEqualTo(ErrorCode.INCOMPATIBLE_SUBSCRIPTION_ADDON);
        assertThat(subscriptions()).isEmpty();
    }

    @Test
    @DisplayName("S37: where less waits for the end of the period, each request takes the place of what waits")
    void quantitiesWait() {
        givenAcme(ProductBuilder::delayingDowngrades);
        customerOn(PlanSelection.of("plan-pro").withoutTrial().withQuantity(SEATS, 5));
        report(SEATS, 3);

        changeSeats(4);
        assertThat(limit(SEATS)).isEqualTo(5);
        assertThat(scheduled()).containsExactly(tuple(ScheduleType.UNIT_AMOUNT, 4.0));

        changeSeats(3);
        assertThat(scheduled()).containsExactly(tuple(ScheduleType.UNIT_AMOUNT, 3.0));

        changeSeats(5);
        assertThat(scheduled()).isEmpty();

        changeSeats(8);
        assertThat(limit(SEATS)).isEqualTo(8);
        assertThat(scheduled()).isEmpty();
    }

    private void changeSeats(double seats) {
        ask(UpdateSubscription.builder(to("plan-pro").id())
                .quantity(SEATS, seats)
                .build());
    }

    private List<Tuple> scheduled() {
        return ask(new GetSubscription(to("plan-pro").id())).futureUpdates().stream()
                .map(update -> tuple(update.type(), quantity(update)))
                .toList();
    }

    private static double quantity(ScheduledUpdate update) {
        ScheduledChange change = update.change().orElseThrow();
        return ((UnitAmountChange) change).newUnitAmount().orElseThrow();
    }

    @Test
    @DisplayName("S38: cancelled at the end of the period, a plan gives access until then")
    void cancelledLater() {
        customerOn("plan-basic");

        Subscription cancelled =
                ask(cancellation("plan-basic").atEndOfBillingPeriod().build());
        double before = limit(CALLS);
        advanceTo("2025-02-15T10:00:00Z");

        assertThat(cancelled.status()).isEqualTo(Status.ACTIVE);
        assertThat(cancelled.cancellationDate()).contains(Instant.parse("2025-02-15T10:00:00Z"));
        assertThat(before).isEqualTo(1_000);
        assertThat(to("plan-basic").status()).isEqualTo(Status.CANCELED);
        assertThat(whyEnded(to("plan-basic"))).isEqualTo(EndReason.SCHEDULED_CANCELLATION);
        assertDenied(metered(CUST_1, CALLS), NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S39: where a free plan follows the end, it does")
    void endsOnFree() {
        givenAcme(product -> product.endingWith("plan-free"));
        customerOn("plan-basic");
        report(CALLS, 40);

        ask(cancellation("plan-basic").build());

        assertThat(to("plan-free").status()).isEqualTo(Status.ACTIVE);
        assertThat(limit(CALLS)).isEqualTo(100);
        assertThat(usage(CALLS)).isZero();
    }

    @Test
    @DisplayName("S39: unless all entitlements are revoked")
    void endsOnNothing() {
        givenAcme(product -> product.endingWith("plan-free"));
        customerOn("plan-basic");

        ask(cancellation("plan-basic")
                .action(CancellationAction.REVOKE_ENTITLEMENTS)
                .build());

        assertThat(statuses()).containsExactly(Status.CANCELED);
        assertDenied(metered(CUST_1, CALLS), NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S40: what has ended cannot be cancelled again")
    void cancelledTwice() {
        customerOn("plan-basic");
        ask(cancellation("plan-basic").build());

        assertThat(refusal(cancellation("plan-basic").build()))
                .isEqualTo(ErrorCode.SUBSCRIPTION_ALREADY_CANCELED_OR_EXPIRED);
    }

    private Plan secondBasic() {
        return backend().catalog().plan("plan-basic").orElseThrow().toBuilder()
                .meters(CALLS, 2_000, everyMonth())
                .build();
    }

    @Test
    @DisplayName("S41: a new version for new customers reaches the others when they migrate, once")
    void newVersion() {
        customerOn("plan-basic");
        MigrateSubscriptionToLatest migration =
                MigrateSubscriptionToLatest.of(to("plan-basic").id());

        backend().publish(secondBasic(), Migration.NEW_CUSTOMERS);
        double before = limit(CALLS);
        ask(migration);

        assertThat(before).isEqualTo(1_000);
        assertThat(limit(CALLS)).isEqualTo(2_000);
        assertThat(refusal(migration)).isEqualTo(ErrorCode.SUBSCRIPTION_ALREADY_ON_LATEST_PLAN_ERROR);
    }

    @Test
    @DisplayName("S41: a new version for all customers reaches them at once, and is told")
    void newVersionForAll() {
        untilItListens();
        customerOn("plan-basic");
        backend().clearPushes();

        backend().publish(secondBasic(), Migration.ALL_CUSTOMERS);

        eventually(() -> assertThat(limit(CALLS)).isEqualTo(2_000));
        assertThat(backend().pushes(PackagePublished.class))
                .extracting(PackagePublished::packageId)
                .containsExactly("plan-basic");
        assertThat(backend().pushes(EntitlementSnapshot.class))
                .extracting(EntitlementSnapshot::scope)
                .containsExactly(CUST_1);
    }
}
