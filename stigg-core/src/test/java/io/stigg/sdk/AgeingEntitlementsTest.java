package io.stigg.sdk;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.validUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client whose entitlements age")
class AgeingEntitlementsTest extends ClientTest {
    @Test
    @DisplayName("asks again when they are older than the TTL")
    void ttl() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.serve(scope -> now(scope, on("analytics")));

        clock.advance(Duration.ofSeconds(30));

        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        assertThat(transport.fetches()).isEqualTo(2);
    }

    @Test
    @DisplayName("fetches them in the background, once, shortly before that, if they are in use")
    void refreshAhead() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        CompletableFuture<EntitlementSnapshot> refresh = new CompletableFuture<>();
        transport.script = request -> refresh;
        clock.advance(Duration.ofSeconds(25));

        List<BooleanEntitlement> meanwhile =
                List.of(stigg.getBooleanEntitlement(SSO), stigg.getBooleanEntitlement(SSO));
        refresh.complete(now(ACME, on("analytics")));

        assertThat(meanwhile).allMatch(answer -> answer.hasAccess() && answer.basis() == AnswerBasis.FRESH);
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        assertThat(transport.fetches()).isEqualTo(2);
    }

    @Test
    @DisplayName("asks again when one of them is no longer valid, and not at every check after that")
    void validity() {
        clock.advance(Duration.ofSeconds(1));
        transport.serve(scope -> now(scope, validUntil(on("sso"), T0.plusSeconds(11))));
        stigg.getBooleanEntitlement(SSO);

        clock.advance(Duration.ofSeconds(10));
        stigg.getBooleanEntitlement(SSO);
        BooleanEntitlement stillThere = stigg.getBooleanEntitlement(SSO);

        assertThat(transport.fetches()).isEqualTo(2);
        assertThat(stillThere.hasAccess()).isTrue();
    }

    @Test
    @DisplayName("looks past the cache when it is told to reload")
    void reload() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.serve(scope -> snapshot(scope, clock.now().plusMillis(1), on("analytics")));

        EntitlementsState state = stigg.reloadEntitlements(ACME);

        assertThat(state.entitlements()).hasSize(1);
        assertThat(transport.requests).contains(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST));
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
    }

    @Test
    @DisplayName("throws when it cannot reload, with the caller's own stack trace")
    void reloadFails() {
        transport.fail(DOWN);

        assertThatThrownBy(() -> stigg.reloadEntitlements(ACME))
                .isInstanceOf(StiggTransportException.class)
                .hasMessage(DOWN.getMessage())
                .hasCause(DOWN);
    }
}
