package io.stigg.sdk;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that writes")
class WritesTest extends ClientTest {
    private static final Subscription SUBSCRIPTION = new Subscription(
            "sub-1",
            "acme",
            Optional.empty(),
            "basic",
            Subscription.Status.ACTIVE,
            PricingType.FREE,
            Map.of(),
            T0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            PaymentCollection.NOT_REQUIRED,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    private final UsageAck ack = new UsageAck(
            "m-1",
            ACME,
            "calls",
            OptionalDouble.of(70),
            UsagePeriod.none(),
            Optional.of(T0.plusSeconds(1)),
            Optional.of(new UsageAck.Credit("ai", 10, 130, Optional.empty(), Optional.of(T0.plusSeconds(1)))));

    @Test
    @DisplayName("counts reported usage and consumed credits in its next check")
    void usage() {
        transport.serve(scope -> now(scope, metered("calls", 100, 60), wallet("ai", 500, 120, false)));
        stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
        transport.script = request -> CompletableFuture.completedFuture(ack);

        stigg.reportUsage(ReportUsage.of("acme", "calls", 10));

        assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls")).currentUsage())
                .isEqualTo(70);
        assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                .isEqualTo(370);
    }

    @Test
    @DisplayName("takes the entitlements that a write returns, for the customer and against its resources' old ones")
    void returnedEntitlements() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        stigg.getBooleanEntitlement(SSO.forResource("site"));
        EntitlementSnapshot after = snapshot(ACME, T0.plusSeconds(1), on("analytics"));
        answerSubscription(Optional.of(after));

        stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));
        transport.serve(scope -> snapshot(scope, T0.plusSeconds(1), on("analytics")));

        assertThat(stigg.getBooleanEntitlement("acme", "analytics").hasAccess()).isTrue();
        assertThat(stigg.getBooleanEntitlement(SSO.forResource("site")).hasAccess())
                .isFalse();
    }

    @Test
    @DisplayName("reads the latest entitlements where a write returns none")
    void reloads() {
        answerSubscription(Optional.empty());

        stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));

        assertThat(transport.requests).contains(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST));
    }

    @Test
    @DisplayName("keeps what it has learnt by a write when asking for it again fails")
    void keepsWhatItLearnt() {
        answerSubscription(Optional.of(now(ACME, on("sso"))));
        stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));
        transport.fail(DOWN);
        clock.advance(Duration.ofSeconds(25));

        boolean whileAskingAgain = stigg.getBooleanEntitlement(SSO).hasAccess();
        boolean afterThatFailed = stigg.getBooleanEntitlement(SSO).hasAccess();

        assertThat(transport.fetches()).isPositive();
        assertThat(whileAskingAgain).isTrue();
        assertThat(afterThatFailed).isTrue();
    }

    @Test
    @DisplayName("does not fail because the reading after it failed")
    void reloadFails() {
        transport.script = request -> request instanceof ProvisionSubscription
                ? CompletableFuture.completedFuture(provisioned(Optional.empty()))
                : CompletableFuture.failedFuture(DOWN);

        ProvisionedSubscription outcome =
                stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));

        assertThat(outcome).isEqualTo(provisioned(Optional.empty()));
    }

    @Test
    @DisplayName("throws what Stigg refused")
    void refused() {
        transport.fail(StiggApiException.of(
                "ReportUsage",
                200,
                List.of(new ApiError("no", Optional.of("FeatureNotFound"), Optional.empty(), Map.of()))));

        assertThatThrownBy(() -> stigg.reportUsage(ReportUsage.of("acme", "calls", 1)))
                .isInstanceOf(StiggApiException.class)
                .hasMessageContaining("FeatureNotFound");
    }

    private void answerSubscription(Optional<EntitlementSnapshot> entitlements) {
        transport.script = request -> CompletableFuture.completedFuture(
                request instanceof GetEntitlementsState state ? now(state.scope()) : provisioned(entitlements));
    }

    private ProvisionedSubscription provisioned(Optional<EntitlementSnapshot> entitlements) {
        return new ProvisionedSubscription.Created(SUBSCRIPTION, entitlements);
    }
}
