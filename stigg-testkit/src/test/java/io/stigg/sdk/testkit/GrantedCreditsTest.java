package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.credit.CreditGrantType;
import io.stigg.sdk.credit.GrantCredits;
import io.stigg.sdk.credit.VoidCreditGrant;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.usage.ReportUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Checks of a client that has known a wallet for a while")
class GrantedCreditsTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final Stigg stigg = backend.newClient();

    @BeforeEach
    void aWallet() {
        stigg.customers()
                .provision(ProvisionCustomer.of("cust-1")
                        .subscribedTo(PlanSelection.of("plan-pro").withoutTrial()));
        check();
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private CreditEntitlement check() {
        return stigg.getCreditEntitlement(CreditQuery.of("cust-1", "cred-ai"));
    }

    private CreditGrant grant(double amount) {
        return stigg.credits()
                .grant(GrantCredits.builder("cust-1", "cred-ai", "A gift", CreditGrantType.PROMOTIONAL, amount)
                        .build());
    }

    @Test
    @DisplayName("see what is granted")
    void granted() {
        grant(100);

        assertThat(check().remaining()).isEqualTo(600);
    }

    @Test
    @DisplayName("see what is consumed of it, and that it is taken back")
    void consumedAndVoided() {
        CreditGrant gift = grant(100);

        stigg.reportUsage(ReportUsage.of("cust-1", "feature-ai-tokens", 550));
        double left = check().remaining();
        boolean had = check().hasAccess();
        stigg.credits().voidGrant(new VoidCreditGrant(gift.grantId()));

        assertThat(left).isEqualTo(50);
        assertThat(had).isTrue();
        assertThat(check().hasAccess()).isFalse();
    }

    @Test
    @DisplayName("grant access again after it was spent")
    void again() {
        stigg.reportUsage(ReportUsage.of("cust-1", "feature-ai-tokens", 500));
        boolean spent = !check().hasAccess();

        grant(1);

        assertThat(spent).isTrue();
        assertThat(check().hasAccess()).isTrue();
    }
}
