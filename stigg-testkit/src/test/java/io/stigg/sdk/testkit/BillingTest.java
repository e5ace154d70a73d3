package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.customer.CustomerBillingInfo;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CheckoutOptions;
import io.stigg.sdk.subscription.CouponDiscount;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PriceOverride;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleStatus;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.subscription.SubscriptionBudget;
import io.stigg.sdk.subscription.SubscriptionCoupon;
import io.stigg.sdk.subscription.SubscriptionPreview;
import io.stigg.sdk.subscription.UpdateSubscription;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What customers of the backend pay")
class BillingTest {
    private static final PlanSelection BASIC = PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY);

    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();

    private SubscriptionPreview estimate(PlanSelection selection) {
        return stigg.ask(EstimateSubscription.of("cust-1", selection));
    }

    private static void assertAmount(Money money, String dollars) {
        assertThat(money.amount()).isEqualByComparingTo(new BigDecimal(dollars));
    }

    @Nested
    @DisplayName("with a billing system")
    class WithBilling {
        @BeforeEach
        void connect() {
            backend.connectBilling();
        }

        private String checkout() {
            ProvisionedSubscription outcome = stigg.ask(ProvisionSubscription.builder("cust-1", BASIC)
                    .checkoutOptions(CheckoutOptions.of("https://a.example", "https://b.example"))
                    .build());
            return ((ProvisionedSubscription.PaymentRequired) outcome)
                    .checkoutBillingId()
                    .orElseThrow();
        }

        private void customerWhoPays() {
            stigg.ask(ProvisionCustomer.builder("cust-1")
                    .billingInformation(CustomerBillingInfo.builder()
                            .paymentMethodId("pm-1")
                            .build())
                    .build());
        }

        @Test
        @DisplayName("is nothing when nothing comes of a checkout, which can be tried but once")
        void failedCheckout() {
            stigg.customerOn("plan-free");
            String id = checkout();

            backend.failCheckout(id);

            assertThat(backend.checkouts()).extracting(Checkout::status).containsExactly(Checkout.Status.FAILED);
            assertThat(stigg.limit(Conversation.CALLS)).isEqualTo(100);
            assertThatThrownBy(() -> backend.completeCheckout(id))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(id);
            assertThatThrownBy(() -> backend.completeCheckout("other"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other");
        }

        @Test
        @DisplayName("can be paid on a checkout page for a day")
        void expiredCheckout() {
            stigg.customerOn("plan-free");
            checkout();

            backend.clock().advance(Duration.ofDays(1));

            assertThat(backend.checkouts()).extracting(Checkout::status).containsExactly(Checkout.Status.EXPIRED);
        }

        @Test
        @DisplayName("needs a page to come back to, and a say how often")
        void missing() {
            stigg.customerOn("plan-free");

            assertThat(stigg.refusal(ProvisionSubscription.of("cust-1", BASIC)))
                    .isEqualTo("FailedToCreateCheckoutSessionError");
            assertThat(stigg.refusal(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic"))))
                    .isEqualTo("BillingPeriodMissingError");
        }

        @Test
        @DisplayName("is paid at once by whoever has a payment method")
        void paymentMethod() {
            customerWhoPays();

            assertThat(stigg.subscribe(BASIC).status()).isEqualTo(Status.ACTIVE);
        }

        @Test
        @DisplayName("is waited for if nobody waits for its confirmation, and gives access when it comes")
        void pending() {
            customerWhoPays();

            Subscription pending = stigg.subscribe(
                    BASIC.toBuilder().awaitPaymentConfirmation(false).build());
            boolean before = stigg.find(Conversation.CALLS).isPresent();
            Subscription paid = backend.settlePayment(pending.id(), true);

            assertThat(pending.status()).isEqualTo(Status.PAYMENT_PENDING);
            assertThat(pending.paymentCollection()).isEqualTo(PaymentCollection.PROCESSING);
            assertThat(before).isFalse();
            assertThat(paid.status()).isEqualTo(Status.ACTIVE);
            assertThat(stigg.limit(Conversation.CALLS)).isEqualTo(1_000);
            assertThatThrownBy(() -> backend.settlePayment(pending.id(), true))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        @DisplayName("is not waited for longer than a day")
        void neverPaid() {
            customerWhoPays();
            Subscription pending = stigg.subscribe(
                    BASIC.toBuilder().awaitPaymentConfirmation(false).build());

            Subscription failed = backend.settlePayment(pending.id(), false);
            backend.clock().advance(Duration.ofDays(1));

            assertThat(failed.paymentCollection()).isEqualTo(PaymentCollection.FAILED);
            assertThat(backend.endReason(pending.id())).contains(EndReason.PENDING_PAYMENT_EXPIRED);
        }

        @Test
        @DisplayName("leaves what was there until more is paid for")
        void unpaidUpdate() {
            customerWhoPays();
            String id = stigg.subscribe(BASIC).id();
            UpdateSubscription more = UpdateSubscription.builder(id)
                    .addon("addon-calls", 1)
                    .awaitPaymentConfirmation(false)
                    .build();

            stigg.ask(more);
            List<ScheduledUpdate> waiting = stigg.ask(new GetSubscription(id)).futureUpdates();
            double before = stigg.limit(Conversation.CALLS);
            stigg.ask(CancelSubscriptionUpdates.pendingPayment(id));
            stigg.ask(more);
            backend.settlePayment(id, true);

            assertThat(waiting).extracting(ScheduledUpdate::status).containsExactly(ScheduleStatus.PENDING_PAYMENT);
            assertThat(before).isEqualTo(1_000);
            assertThat(stigg.limit(Conversation.CALLS)).isEqualTo(2_000);
        }

        @Test
        @DisplayName("is never asked for where a payment method is applied")
        void applied() {
            stigg.customerOn("plan-free");

            Subscription made = stigg.ask(ApplySubscription.builder("cust-1", BASIC)
                            .paymentMethodId("pm-1")
                            .build())
                    .subscription()
                    .orElseThrow();

            assertThat(made.status()).isEqualTo(Status.ACTIVE);
            assertThat(backend.checkouts()).isEmpty();
        }

        @Test
        @DisplayName("is nothing during a trial, and a trial that nobody can be charged for does not go on")
        void trial() {
            stigg.ask(ProvisionCustomer.of("cust-1"));

            Subscription trial = stigg.subscribe(PlanSelection.of("plan-pro").billed(BillingPeriod.MONTHLY));
            backend.clock().advance(Duration.ofDays(14));

            assertThat(trial.status()).isEqualTo(Status.IN_TRIAL);
            assertThat(backend.endReason(trial.id())).contains(EndReason.TRIAL_ENDED);
        }
    }

    @Nested
    @DisplayName("is the sum of")
    class Amounts {
        private final PlanSelection pro = PlanSelection.of("plan-pro").withoutTrial();

        @BeforeEach
        void aCustomer() {
            stigg.ask(ProvisionCustomer.of("cust-1"));
        }

        private Money total(Subscription subscription) {
            return subscription.totalPrice().orElseThrow().total();
        }

        @Test
        @DisplayName("fees and units, less the discount of a coupon")
        void coupon() {
            SubscriptionPreview preview = estimate(pro.toBuilder()
                    .appliedCoupon(SubscriptionCoupon.of("coupon-launch"))
                    .build());

            assertAmount(preview.subTotal(), "80");
            assertAmount(preview.discountAmount().orElseThrow(), "16");
            assertAmount(preview.total(), "64");
        }

        @Test
        @DisplayName("less a discount that was agreed upon, never more than there is")
        void agreedDiscount() {
            SubscriptionPreview preview = estimate(BASIC.toBuilder()
                    .appliedCoupon(SubscriptionCoupon.discount(CouponDiscount.amounts(List.of(Money.of("25", "USD")))))
                    .build());

            assertAmount(preview.discountAmount().orElseThrow(), "10");
            assertAmount(preview.total(), "0");
        }

        @Test
        @DisplayName("a price that was agreed upon, instead of the plan's")
        void override() {
            PlanSelection agreed = BASIC.toBuilder()
                    .priceOverrides(List.of(PriceOverride.builder()
                            .baseCharge(true)
                            .price(Money.of("7", "USD"))
                            .build()))
                    .build();

            assertAmount(total(stigg.subscribe(agreed)), "7");
        }

        @Test
        @DisplayName("at least the minimum that was agreed upon")
        void minimum() {
            PlanSelection agreed =
                    BASIC.toBuilder().minimumSpend(Money.of("30", "USD")).build();

            assertAmount(total(stigg.subscribe(agreed)), "30");
        }

        @Test
        @DisplayName("less what is left of a plan that is replaced")
        void proration() {
            stigg.subscribe(BASIC);
            backend.clock().advance(Duration.ofHours(31 * 12));

            SubscriptionPreview preview = estimate(pro);

            assertAmount(preview.proration().orElseThrow().credit(), "5");
            assertAmount(preview.proration().orElseThrow().netAmount(), "75");
            assertThat(preview.isPlanDowngrade()).isFalse();
        }

        @Test
        @DisplayName("what was used, with the next invoice")
        void usage() {
            Conversation metered = Metered.stigg();
            metered.customerOn(PlanSelection.of("plan-usage").billed(BillingPeriod.MONTHLY));
            metered.report("feature-calls", 30);

            var invoice = metered.ask(new PreviewNextInvoice(
                    metered.backend().subscriptions("cust-1").get(0).id()));

            // 5 for the plan, 5 calls at 10 and the others at 8.
            assertAmount(invoice.amounts().total(), "255");
        }

        @Test
        @DisplayName("what was used beyond a limit, which is then a soft one")
        void overage() {
            Conversation metered = Metered.stigg();
            metered.customerOn(PlanSelection.of("plan-overage").billed(BillingPeriod.MONTHLY));
            metered.report("feature-calls", 30);

            var invoice = metered.ask(new PreviewNextInvoice(
                    metered.backend().subscriptions("cust-1").get(0).id()));

            assertAmount(invoice.amounts().total(), "25");
            assertThat(metered.feature("feature-calls").hasSoftLimit()).isTrue();
        }
    }

    @Test
    @DisplayName("counts in tiers, as volume or graduated")
    void tiers() {
        Conversation metered = Metered.stigg();
        metered.ask(ProvisionCustomer.of("cust-1"));

        assertAmount(
                metered.ask(EstimateSubscription.of(
                                "cust-1", PlanSelection.of("plan-graduated").withQuantity("feature-seats", 10)))
                        .total(),
                "90");
        assertAmount(
                metered.ask(EstimateSubscription.of(
                                "cust-1", PlanSelection.of("plan-volume").withQuantity("feature-seats", 10)))
                        .total(),
                "80");
    }

    @Test
    @DisplayName("is bounded by a hard budget, beyond which nothing is granted that costs more")
    void budget() {
        Conversation metered = Metered.stigg();
        metered.customerOn(PlanSelection.builder("plan-usage")
                .billingPeriod(BillingPeriod.MONTHLY)
                .budget(new SubscriptionBudget(50, false))
                .build());

        metered.report("feature-calls", 4);
        String before = metered.denial("feature-calls");
        metered.backend().clearPushes();
        metered.report("feature-calls", 1);
        metered.report("feature-calls", 1);
        String after = metered.denial("feature-calls");
        metered.advanceTo("2025-02-15T10:00:00Z");

        assertThat(before).isEqualTo("none");
        assertThat(after).isEqualTo("BudgetExceeded");
        assertThat(metered.denial("feature-calls")).isEqualTo("none");
        assertThat(metered.backend().pushes(EntitlementSnapshot.class))
                .as("told when it is used up, and when it is there again")
                .hasSize(2);
    }

    @Test
    @DisplayName(
            "is within its budget again when usage is brought down, and past it again after that, and each is told")
    void budgetBroughtDown() {
        Conversation metered = Metered.stigg();
        metered.customerOn(PlanSelection.builder("plan-usage")
                .billingPeriod(BillingPeriod.MONTHLY)
                .budget(new SubscriptionBudget(50, false))
                .build());
        metered.backend().clearPushes();
        CustomerScope customer = CustomerScope.of("cust-1");

        metered.report("feature-calls", 6);
        String used = metered.denial("feature-calls");
        metered.backend().setUsage(customer, "feature-calls", 1);
        String broughtDown = metered.denial("feature-calls");
        metered.report("feature-calls", 6);

        assertThat(used).isEqualTo("BudgetExceeded");
        assertThat(broughtDown).isEqualTo("none");
        assertThat(metered.denial("feature-calls")).isEqualTo("BudgetExceeded");
        assertThat(metered.backend().pushes(EntitlementSnapshot.class)).hasSize(3);
    }

    @Test
    @DisplayName("is told with prices and totals")
    void prices() {
        stigg.customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 2));

        Subscription subscription = backend.subscriptions("cust-1").get(0);

        assertAmount(subscription.totalPrice().orElseThrow().total(), "20");
        assertAmount(subscription.totalPrice().orElseThrow().addonsTotal(), "10");
        assertThat(subscription.prices()).hasSize(2);
    }

    @Test
    @DisplayName("decides which of two paid plans is the higher one")
    void direction() {
        Conversation metered = Metered.stigg();
        metered.customerOn("plan-usage");

        SubscriptionPreview dearer = metered.ask(EstimateSubscription.of("cust-1", PlanSelection.of("plan-graduated")));
        SubscriptionPreview cheaper = metered.ask(EstimateSubscription.of("cust-1", PlanSelection.of("plan-cheap")));

        assertThat(dearer.isPlanDowngrade()).isFalse();
        assertThat(cheaper.isPlanDowngrade()).isTrue();
    }
}
