package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static io.stigg.sdk.testkit.catalog.Limit.unlimited;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stigg's own verdict")
class VerdictTest {
    private final Conversation stigg = Conversation.withAcme();

    private String verdict(EntitlementQuery query) {
        return stigg.backend()
                .entitlement(query)
                .accessDeniedReason()
                .map(AccessDeniedReason::wireName)
                .orElse("granted");
    }

    private static FeatureQuery feature(String featureId) {
        return FeatureQuery.of("cust-1", featureId);
    }

    @Test
    @DisplayName("goes from coarse to fine: customer, resource, subscription, feature, entitlement")
    void coarseToFine() {
        assertThat(verdict(feature("feature-nope").forResource("r9"))).isEqualTo("CustomerNotFound");

        stigg.ask(ProvisionCustomer.of("cust-1"));
        assertThat(verdict(feature("feature-nope").forResource("r9"))).isEqualTo("CustomerResourceNotFound");
        assertThat(verdict(feature("feature-sso").forResource("r9"))).isEqualTo("CustomerResourceNotFound");
        assertThat(verdict(feature("feature-nope"))).isEqualTo("NoActiveSubscription");

        stigg.subscribe("plan-free");
        assertThat(verdict(feature("feature-nope"))).isEqualTo("FeatureNotFound");
        assertThat(verdict(feature("feature-sso"))).isEqualTo("NoFeatureEntitlementInSubscription");

        stigg.subscribe("plan-pro");
        assertThat(verdict(feature("feature-sso"))).isEqualTo("granted");
        assertThat(verdict(feature("feature-legacy-reports"))).isEqualTo("Revoked");
    }

    @Test
    @DisplayName("judges requested usage and values")
    void judgesRequests() {
        stigg.customerOn("plan-basic");
        stigg.report(SEATS, 4);

        assertThat(verdict(feature(SEATS).requesting(1))).isEqualTo("granted");
        assertThat(verdict(feature(SEATS).requesting(2))).isEqualTo("RequestedUsageExceedingLimit");
        assertThat(verdict(feature("feature-support").requesting("email"))).isEqualTo("granted");
        assertThat(verdict(feature("feature-support").requesting("email", "phone")))
                .isEqualTo("RequestedValuesMismatch");
        assertThat(verdict(feature("feature-file-size").requesting(1_000_000))).isEqualTo("granted");
    }

    @Test
    @DisplayName("takes every kind of question")
    void everyKindOfQuestion() {
        stigg.customerOn("plan-basic");

        assertThat(verdict(BooleanQuery.of("cust-1", "feature-analytics"))).isEqualTo("granted");
        assertThat(verdict(NumericQuery.of("cust-1", "feature-file-size"))).isEqualTo("granted");
        assertThat(verdict(MeteredQuery.of("cust-1", CALLS).requesting(1_001)))
                .isEqualTo("RequestedUsageExceedingLimit");
        assertThat(verdict(EnumQuery.of("cust-1", "feature-support").requesting("phone")))
                .isEqualTo("RequestedValuesMismatch");
        assertThat(verdict(CreditQuery.of("cust-1", "cred-ai"))).isEqualTo("EntitlementNotFound");
    }

    @Test
    @DisplayName("comes with the fact that was judged")
    void comesWithTheFact() {
        stigg.customerOn("plan-free");

        assertThat(stigg.backend().entitlement(feature(CALLS).requesting(101)).fact())
                .contains(stigg.feature(CALLS));
        assertThat(stigg.backend().entitlement(feature("feature-sso")).fact()).isEmpty();
    }

    @Test
    @DisplayName("lets credits bound what costs credits")
    void credits() {
        stigg.customerOn("plan-pro");
        stigg.report("feature-ai-tokens", 120);

        assertThat(verdict(CreditQuery.of("cust-1", "cred-ai").requesting(380))).isEqualTo("granted");
        assertThat(verdict(CreditQuery.of("cust-1", "cred-ai").requesting(381))).isEqualTo("InsufficientCredits");
        assertThat(verdict(feature("feature-ai-tokens").requesting(380))).isEqualTo("granted");
        assertThat(verdict(feature("feature-ai-tokens").requesting(381))).isEqualTo("InsufficientCredits");
    }

    @Test
    @DisplayName("counts what is requested at its price in credits")
    void creditRate() {
        Conversation pricey = Conversation.with(catalog -> {
            catalog.product("product-a");
            catalog.currency("cred-ai");
            catalog.counter("feature-images").costing(3, "cred-ai");
            catalog.plan("plan-a")
                    .free()
                    .meters("feature-images", unlimited(), everyMonth())
                    .credits("cred-ai", 5, everyMonth());
        });
        pricey.customerOn("plan-a");
        FeatureQuery images = feature("feature-images");

        assertThat(pricey.backend().entitlement(images.requesting(1)).hasAccess())
                .isTrue();
        assertThat(pricey.backend().entitlement(images.requesting(2)).accessDeniedReason())
                .contains(AccessDeniedReason.INSUFFICIENT_CREDITS);
    }

    @Test
    @DisplayName("can be had strict at the limit")
    void strict() {
        stigg.customerOn("plan-free");
        stigg.report(SEATS, 2);
        assertThat(verdict(feature(SEATS))).isEqualTo("granted");

        stigg.backend().denyAtLimit();

        assertThat(verdict(feature(SEATS))).isEqualTo("RequestedUsageExceedingLimit");
        assertThat(verdict(feature(CALLS))).isEqualTo("granted");
        assertThat(verdict(feature(CALLS).requesting(100))).isEqualTo("granted");
    }
}
