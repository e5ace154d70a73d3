package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.InvoiceLine;
import io.stigg.sdk.subscription.InvoiceLineType;
import io.stigg.sdk.subscription.InvoicePreview;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PreviewPeriod;
import io.stigg.sdk.subscription.PreviewProration;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.SubscriptionPreview;
import io.stigg.sdk.subscription.SubscriptionPreviewV2;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link io.stigg.sdk.subscription.Subscriptions} works out in advance, whichever way it takes to Stigg. */
@DisplayName("Prices worked out in advance")
public abstract class SubscriptionEstimatesContract extends OperationsContract {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");
    private static final Instant NEXT_MONTH = Instant.parse("2025-02-15T10:00:00Z");
    private static final Instant MONTH_AFTER = Instant.parse("2025-03-15T10:00:00Z");

    /** For subclasses. */
    protected SubscriptionEstimatesContract() {}

    /** Fifty for the plan, thirty for three seats, and ten for two add-ons. */
    private static PlanSelection proForThree() {
        return PlanSelection.of("plan-pro")
                .withoutTrial()
                .withSubscriptionId("sub-1")
                .withMetadata("team", "red")
                .withQuantity("feature-seats", 3)
                .withAddon("addon-calls", 2);
    }

    private static void assertAmount(Money money, String dollars) {
        assertThat(money.currency()).isEqualTo("USD");
        assertThat(money.amount()).isEqualByComparingTo(new BigDecimal(dollars));
    }

    @Test
    @DisplayName("add up the fee, units and add-ons, and change nothing")
    void estimated() {
        ask(ProvisionCustomer.of("cust-1"));

        SubscriptionPreview estimate = ask(EstimateSubscription.of("cust-1", proForThree()));

        assertAmount(estimate.total(), "90");
        assertAmount(estimate.subTotal(), "90");
        assertAmount(estimate.totalExcludingTax(), "90");
        assertAmount(estimate.subscription().orElseThrow().total(), "90");
        assertThat(estimate.billingPeriodRange())
                .isEqualTo(new PreviewPeriod(Optional.of(START), Optional.of(NEXT_MONTH)));
        assertThat(backend().subscriptions("cust-1")).isEmpty();
    }

    @Test
    @DisplayName("go by the billing period and the start that are asked for")
    void annually() {
        ask(ProvisionCustomer.of("cust-1"));

        SubscriptionPreview estimate =
                ask(EstimateSubscription.builder("cust-1", proForThree().billed(BillingPeriod.ANNUALLY))
                        .startDate(NEXT_MONTH)
                        .build());

        assertAmount(estimate.total(), "900");
        assertThat(estimate.billingPeriodRange())
                .isEqualTo(
                        new PreviewPeriod(Optional.of(NEXT_MONTH), Optional.of(Instant.parse("2026-02-15T10:00:00Z"))));
    }

    @Test
    @DisplayName("tell what is due at once and again, and a downgrade for what it is")
    void previewed() {
        givenCustomer("cust-1", proForThree());

        SubscriptionPreviewV2 basic = ask(PreviewSubscription.of("cust-1", PlanSelection.of("plan-basic")));
        SubscriptionPreviewV2 free = ask(PreviewSubscription.of("cust-1", PlanSelection.of("plan-free")));

        assertAmount(basic.immediateInvoice().amounts().total(), "10");
        assertAmount(basic.recurringInvoice().orElseThrow().total(), "10");
        assertThat(basic.isPlanDowngrade()).isTrue();
        assertAmount(free.immediateInvoice().amounts().total(), "0");
        assertThat(free.recurringInvoice()).isEmpty();
        assertThat(free.billingPeriodRange().end()).isEmpty();
    }

    @Test
    @DisplayName("prorate a change by what is left of the period")
    void prorated() {
        givenCustomer("cust-1", proForThree());
        backend().clock().advance(Duration.between(START, NEXT_MONTH).dividedBy(2));

        SubscriptionPreview estimate = ask(EstimateSubscriptionUpdate.builder("sub-1")
                .quantities(Map.of("feature-seats", 5.0))
                .addons(Map.of())
                .build());

        PreviewProration proration = estimate.proration().orElseThrow();
        assertAmount(proration.credit(), "45");
        assertAmount(proration.debit(), "50");
        assertAmount(proration.netAmount(), "5");
        assertAmount(estimate.total(), "5");
        assertAmount(estimate.subscription().orElseThrow().total(), "100");
        assertThat(estimate.billingPeriodRange())
                .isEqualTo(new PreviewPeriod(Optional.of(START), Optional.of(NEXT_MONTH)));
    }

    @Test
    @DisplayName("are refused with codes of a billing system that there is not, and for what cannot be subscribed to")
    void refused() {
        givenCustomer("cust-1", proForThree());
        PlanSelection discounted =
                PlanSelection.builder("plan-basic").promotionCode("SAVE").build();

        assertThat(refusal(EstimateSubscription.of("cust-1", discounted)))
                .isEqualTo(ErrorCode.BILLING_INTEGRATION_MISSING);
        assertThat(refusal(PreviewSubscription.of("cust-1", discounted)))
                .isEqualTo(ErrorCode.BILLING_INTEGRATION_MISSING);
        assertThat(refusal(EstimateSubscriptionUpdate.builder("sub-1")
                        .promotionCode("SAVE")
                        .build()))
                .isEqualTo(ErrorCode.BILLING_INTEGRATION_MISSING);
        assertThat(refusal(PreviewSubscription.of("nobody", PlanSelection.of("plan-basic"))))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusal(PreviewSubscription.of("cust-1", PlanSelection.of("plan-gone"))))
                .isEqualTo(ErrorCode.PLAN_NOT_FOUND);
    }

    @Test
    @DisplayName("tell the next invoice, line by line")
    void nextInvoice() {
        givenCustomer("cust-1", proForThree());

        InvoicePreview invoice = ask(new PreviewNextInvoice("sub-1"));

        assertAmount(invoice.amountDue(), "90");
        assertAmount(invoice.amounts().total(), "90");
        assertThat(invoice.lastUpdatedAt()).isEqualTo(START);
        assertThat(invoice.lines())
                .extracting(line -> line.text().type())
                .containsExactly(
                        InvoiceLineType.BASE_CHARGE,
                        InvoiceLineType.IN_ADVANCE_COMMITMENT_CHARGE,
                        InvoiceLineType.ADDON_CHARGE);
        InvoiceLine seats = invoice.lines().get(1);
        assertThat(seats.text().description()).isEqualTo("Seats");
        assertThat(seats.text().quantity()).hasValue(3);
        assertAmount(seats.unitPrice().orElseThrow(), "10");
        assertAmount(seats.amount(), "30");
        assertThat(seats.periodStart()).isEqualTo(NEXT_MONTH);
        assertThat(seats.periodEnd()).isEqualTo(MONTH_AFTER);
    }

    @Test
    @DisplayName("tell of no invoice where nothing is charged")
    void noInvoice() {
        givenCustomer("cust-1", PlanSelection.of("plan-free").withSubscriptionId("sub-1"));

        assertThat(refusal(new PreviewNextInvoice("sub-1")))
                .isEqualTo(ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD);
        assertThat(refusal(new PreviewNextInvoice("other"))).isEqualTo(ErrorCode.SUBSCRIPTION_NOT_FOUND);
    }
}
