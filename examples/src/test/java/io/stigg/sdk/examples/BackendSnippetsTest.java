package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.subscription.CheckoutOptions;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.Explanation;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The snippets about the backend")
class BackendSnippetsTest {
    @Test
    @DisplayName("let customers pay")
    void checkout() {
        StiggBackend backend = StiggBackend.acme();
        backend.connectBilling();
        try (Stigg stigg = backend.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
            ProvisionedSubscription outcome = stigg.subscriptions()
                    .provision(ProvisionSubscription.builder(
                                    "cust-1", PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY))
                            .checkoutOptions(CheckoutOptions.of("https://shop.example/ok", "https://shop.example/no"))
                            .build());
            assertThat(outcome).isInstanceOf(ProvisionedSubscription.PaymentRequired.class);

            backend.completeCheckout(backend.checkouts().get(0).id());
            MeteredQuery calls = MeteredQuery.of("cust-1", "feature-api-calls");
            assertThat(stigg.getMeteredEntitlement(calls).usageLimit()).hasValue(1_000);
        }
    }

    @Test
    @DisplayName("explain")
    void explanations() {
        StiggBackend backend = StiggBackend.acme();
        try (Stigg stigg = backend.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
        }
        backend.promote("cust-1", Grant.limited("feature-api-calls", 5_000));

        Explanation why = backend.explain("cust-1", "feature-api-calls");
        assertThat(why.inWords()).isEqualTo("Granted: 0 of 5,000 used.");
        assertThat(why.sources())
                .extracting(Explanation.Source::standing)
                .containsExactly(Explanation.Standing.SMALLER, Explanation.Standing.COUNTS);
    }

    @Test
    @DisplayName("go back")
    void snapshots() {
        StiggBackend backend = StiggBackend.acme();
        BackendSnapshot snapshot = backend.snapshot();
        StiggBackend another = StiggBackend.of(snapshot);
        backend.restore(snapshot);

        assertThat(another.now()).isEqualTo(backend.now());
    }
}
