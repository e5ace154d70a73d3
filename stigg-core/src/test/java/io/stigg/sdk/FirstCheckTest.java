package io.stigg.sdk;

import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.AdapterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client asked for the first time")
class FirstCheckTest extends ClientTest {
    @Test
    @DisplayName("asks Stigg once, and answers from the cache from then on")
    void asksOnce() {
        transport.serve(scope -> now(scope, on("sso")));

        List<BooleanEntitlement> answers = List.of(
                stigg.getBooleanEntitlement(SSO),
                stigg.getBooleanEntitlement(SSO),
                stigg.getBooleanEntitlement("acme", "sso"));

        assertThat(answers).allMatch(Entitlement::hasAccess).allMatch(a -> a.basis() == AnswerBasis.FRESH);
        assertThat(transport.fetches()).isEqualTo(1);
    }

    @Test
    @DisplayName("remembers that a customer does not exist, and why")
    void negative() {
        transport.serve(scope -> nobody(scope, AccessDeniedReason.CUSTOMER_NOT_FOUND, clock.now()));

        BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);
        stigg.getBooleanEntitlement("acme", "analytics");

        assertThat(answer.accessDeniedReason()).contains(AccessDeniedReason.CUSTOMER_NOT_FOUND);
        assertThat(answer.isFallback()).isFalse();
        assertThat(transport.fetches()).isEqualTo(1);
    }

    @Test
    @DisplayName("keeps a customer and its resources apart")
    void scopes() {
        transport.serve(scope -> scope.resourceId().isPresent() ? now(scope, on("sso")) : now(scope, on("analytics")));

        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        assertThat(stigg.getBooleanEntitlement(SSO.forResource("site")).hasAccess())
                .isTrue();
        assertThat(transport.fetches()).isEqualTo(2);
    }

    @Test
    @DisplayName("by a thousand callers at once asks Stigg once, and answers them all")
    void singleFlight() {
        CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
        transport.script = request -> request instanceof GetEntitlementsState
                ? answer
                : CompletableFuture.completedFuture(new SdkConfiguration(false));

        List<CompletableFuture<BooleanEntitlement>> checks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            checks.add(CompletableFuture.supplyAsync(() -> stigg.async().getBooleanEntitlement(SSO))
                    .thenCompose(check -> check));
        }
        await().until(() -> transport.fetches() == 1);
        answer.complete(now(ACME, on("sso")));

        assertThat(checks)
                .allSatisfy(check -> assertThat(check.join().hasAccess()).isTrue());
        assertThat(transport.fetches()).isEqualTo(1);
    }

    @Test
    @DisplayName("does not let one caller's cancelling hurt another")
    void cancelling() {
        CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
        transport.script = request -> answer;

        CompletableFuture<BooleanEntitlement> cancelled = stigg.async().getBooleanEntitlement(SSO);
        CompletableFuture<BooleanEntitlement> patient = stigg.async().getBooleanEntitlement(SSO);
        cancelled.cancel(true);
        answer.complete(now(ACME, on("sso")));

        assertThat(patient.join().hasAccess()).isTrue();
    }

    @Test
    @DisplayName("answers from a remote cache without asking Stigg")
    void remoteCache() {
        AdapterSet remote = adapters(true);
        remote.cache().store(now(ACME, on("sso")));
        try (Stigg client = Stigg.on(remote)) {
            transport.requests.clear();

            assertThat(client.getBooleanEntitlement(SSO).hasAccess()).isTrue();
            assertThat(transport.fetches()).isZero();
        }
    }

    @Test
    @DisplayName("answers every kind of question")
    void everyKind() {
        transport.serve(scope -> now(
                scope,
                on("sso"),
                Facts.numeric("size", OptionalDouble.of(10), false),
                metered("calls", 100, 60),
                Facts.allowing("support", "email"),
                wallet("ai", 500, 120, false)));

        assertThat(stigg.getNumericEntitlement(NumericQuery.of("acme", "size")).value())
                .hasValue(10);
        assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls").requesting(40))
                        .hasAccess())
                .isTrue();
        assertThat(stigg.getEnumEntitlement(EnumQuery.of("acme", "support").requesting("email"))
                        .hasAccess())
                .isTrue();
        assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                .isEqualTo(380);
        assertThat(stigg.getEntitlement(FeatureQuery.of("acme", "calls"))).isInstanceOf(MeteredEntitlement.class);
        assertThat(stigg.getEntitlement(CreditQuery.of("acme", "ai")).hasAccess())
                .isTrue();
        assertThat(stigg.getEntitlements(ACME)).hasSize(5).allMatch(Entitlement::hasAccess);
        assertThat(stigg.async()
                        .getEntitlement(FeatureQuery.of("acme", "sso"))
                        .join()
                        .hasAccess())
                .isTrue();
    }
}
