package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.Overrides;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client with overrides")
class OverridesTest extends ClientTest {
    @Test
    @DisplayName("lets them win over what Stigg says, from the next check on, and back")
    void killSwitch() {
        transport.serve(scope -> now(scope, on("sso"), wallet("ai", 10, 0, false)));
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();

        stigg.setOverrides(Overrides.none().feature("sso", FixedAnswer.denied()));
        BooleanEntitlement killed = stigg.getBooleanEntitlement(SSO);
        List<Entitlement> all = stigg.getEntitlements(ACME);
        stigg.setOverrides(Overrides.none());

        assertThat(killed.hasAccess()).isFalse();
        assertThat(killed.basis()).isEqualTo(AnswerBasis.OVERRIDE);
        assertThat(all).extracting(Entitlement::basis).containsExactly(AnswerBasis.OVERRIDE, AnswerBasis.FRESH);
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
    }

    @Test
    @DisplayName("lets a customer's override decide its credits too, without asking Stigg")
    void customer() {
        configure(Stigg.builder()
                .overrides(
                        Overrides.none().customer("acme", FixedAnswer.granted().unlimited())));

        assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).hasAccess())
                .isTrue();
        assertThat(stigg.async().getBooleanEntitlement(SSO).join().hasAccess()).isTrue();
        assertThat(transport.fetches()).isZero();
    }
}
