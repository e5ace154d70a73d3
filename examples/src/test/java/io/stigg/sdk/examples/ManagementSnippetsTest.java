package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.bulk.BulkImport;
import io.stigg.sdk.bulk.BulkResult;
import io.stigg.sdk.bulk.FailedRow;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.StiggNotFoundException;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.SubscriptionPreviewV2;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The Java of the README about managing customers, subscriptions and the rest. */
@DisplayName("The snippets about managing")
class ManagementSnippetsTest {
    private final StiggBackend acme = StiggBackend.acme();
    private final Stigg stigg = acme.newClient();
    private final List<String> redirects = new ArrayList<>();

    @BeforeEach
    void customer() {
        stigg.customers().provision(ProvisionCustomer.of("customer-acme").subscribedTo(PlanSelection.of("plan-free")));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private void redirectTo(String url) {
        redirects.add(url);
    }

    @Test
    @DisplayName("subscribe to what was previewed, and tell what was made from what is to be paid first")
    void outcomes() {
        PlanSelection pro =
                PlanSelection.of("plan-pro").billed(BillingPeriod.MONTHLY).withQuantity("feature-seats", 5);
        SubscriptionPreviewV2 preview = stigg.subscriptions().preview(PreviewSubscription.of("customer-acme", pro));

        ProvisionedSubscription outcome =
                stigg.subscriptions().provision(ProvisionSubscription.of("customer-acme", pro));
        if (outcome instanceof ProvisionedSubscription.PaymentRequired payment) {
            redirectTo(payment.checkoutUrl());
        }

        // It begins with a trial.
        assertThat(preview.immediateInvoice().amounts().total().amount()).isEqualByComparingTo("0");
        assertThat(preview.recurringInvoice().orElseThrow().total().amount()).isEqualByComparingTo("100");
        assertThat(outcome).isInstanceOf(ProvisionedSubscription.Created.class);
        assertThat(redirects).isEmpty();
    }

    @Test
    @DisplayName("change and cancel subscriptions")
    void changes() {
        stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "customer-acme",
                        PlanSelection.of("plan-basic")
                                .billed(BillingPeriod.MONTHLY)
                                .withSubscriptionId("sub-1")
                                .withAddon("addon-calls", 2)));

        stigg.subscriptions()
                .update(UpdateSubscription.builder("sub-1")
                        .addon("addon-calls", 1)
                        .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                        .build());
        stigg.subscriptions().cancelScheduledUpdates("sub-1");
        stigg.subscriptions()
                .cancel(CancelSubscription.builder("sub-1")
                        .atEndOfBillingPeriod()
                        .build());

        assertThat(stigg.subscriptions().get("sub-1").subscription().cancellationDate())
                .isPresent();
        assertThat(stigg.subscriptions().get("sub-1").scheduledUpdates()).isEmpty();
    }

    @Test
    @DisplayName("grant features and credits")
    void grants() {
        stigg.promotions()
                .grant(GrantPromotionalEntitlements.of(
                        "customer-acme",
                        PromotionalGrant.builder("feature-api-calls", PromotionalEntitlementPeriod.ONE_MONTH)
                                .usageLimit(5_000)
                                .build()));
        stigg.credits()
                .grant(GrantCredits.builder("customer-acme", "cred-ai", "Welcome", CreditGrantType.PROMOTIONAL, 100)
                        .build());

        CustomerDetails customer = stigg.customers().get("customer-acme");
        assertThat(customer.promotionalEntitlements()).hasSize(1);
    }

    @Test
    @DisplayName("read what is sold, all of it")
    void catalog() {
        Paywall paywall = stigg.getPaywall(GetPaywall.of("product-acme"));
        try (Stream<Coupon> coupons = stigg.catalog().coupons()) {
            Optional<Coupon> launch = coupons.filter(coupon -> coupon.id().equals("coupon-launch"))
                    .findFirst();

            assertThat(launch).isPresent();
        }
        assertThat(paywall.plans()).isNotEmpty();
    }

    @Test
    @DisplayName("import customers, and hand back those that failed")
    void imports() {
        List<ImportCustomer> rows = List.of(
                ImportCustomer.builder("customer-a").name("A").build(),
                ImportCustomer.builder("customer-b").name("B").build());
        List<String> lines = new ArrayList<>();

        BulkResult<ImportCustomer> result = stigg.customers()
                .importBulk(
                        rows,
                        BulkImport.defaults()
                                .onProgress(progress -> lines.add(progress.done() + " of " + progress.total())));
        for (FailedRow<ImportCustomer> failed : result.failed()) {
            lines.add(failed.row().customerId() + ": " + failed.error().getMessage());
        }

        assertThat(lines).containsExactly("2 of 2");
        assertThat(stigg.customers().get("customer-b").customer().name()).contains("B");
    }

    @Test
    @DisplayName("branch on a refusal")
    void refusals() {
        Optional<CustomerDetails> known = Optional.empty();
        try {
            known = Optional.of(stigg.customers().get("customer-nobody"));
        } catch (StiggNotFoundException nobody) {
            stigg.customers().provision(ProvisionCustomer.of("customer-nobody"));
        }

        assertThat(known).isEmpty();
        assertThat(acme.customer("customer-nobody")).isPresent();
    }
}
