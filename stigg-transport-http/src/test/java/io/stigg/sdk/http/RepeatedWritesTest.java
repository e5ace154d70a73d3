package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.catalog.GetCoupons;
import io.stigg.sdk.catalog.GetProducts;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.SaveAutomaticRechargeConfiguration;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.DetachCustomerPaymentMethod;
import io.stigg.sdk.customer.GetCustomerById;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.customer.UpdateCustomer;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.usage.EstimateUsageCost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("After an answer that leaves its fate open")
class RepeatedWritesTest extends TransportTest {
    private static final PlanSelection BASIC = PlanSelection.of("plan-basic");

    @SuppressWarnings("deprecation") // what is deprecated works until it is gone
    static Stream<StiggRequest<?>> once() {
        PromotionalGrant sso = PromotionalGrant.builder("feature-sso", PromotionalEntitlementPeriod.ONE_WEEK)
                .build();
        return Stream.of(
                ProvisionSubscription.of("acme", BASIC),
                ApplySubscription.of("acme", BASIC),
                CreateSubscription.of("acme", BASIC),
                UpdateSubscription.builder("sub-1").addon("addon-calls", 1).build(),
                CancelSubscription.of("sub-1"),
                CancelSubscriptionUpdates.scheduled("sub-1"),
                MigrateSubscriptionToLatest.of("sub-1"),
                new ImportSubscriptionsBulk(
                        List.of(ImportSubscription.builder("acme", "plan-basic").build()), Optional.empty()),
                new ArchiveCustomer("acme"),
                new UnarchiveCustomer("acme"),
                new DetachCustomerPaymentMethod("acme"),
                GrantPromotionalEntitlements.of("acme", sso),
                new RevokePromotionalEntitlement("acme", "feature-sso"),
                GrantCredits.builder("acme", "cred-ai", "Welcome", CreditGrantType.PROMOTIONAL, 5)
                        .build(),
                new VoidCreditGrant("grant-1"));
    }

    static Stream<StiggRequest<?>> again() {
        return Stream.of(
                new GetCustomerById("acme"),
                UpdateCustomer.builder("acme").name("Acme").build(),
                ImportCustomer.builder("acme").build(),
                new GetSubscription("sub-1"),
                EstimateSubscription.of("acme", BASIC),
                PreviewSubscription.of("acme", BASIC),
                new PreviewNextInvoice("sub-1"),
                GetCoupons.first(),
                GetProducts.first(),
                GetCreditLedger.of("acme"),
                SaveAutomaticRechargeConfiguration.builder("acme", "cred-ai").build(),
                EstimateUsageCost.of("acme", "feature-ai-tokens", 1));
    }

    @ParameterizedTest
    @MethodSource("once")
    @DisplayName("a write that would do more if it was done twice is not sent again")
    void isNotSentAgain(StiggRequest<?> write) {
        server.replies(json(503, ""));

        failure(options(), write);

        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("again")
    @DisplayName("what comes to the same if it is done twice is sent again")
    void isSentAgain(StiggRequest<?> request) {
        server.replies(json(503, ""), json(500, ""));

        failure(options(), request);

        assertThat(server.received()).hasSize(2);
    }
}
