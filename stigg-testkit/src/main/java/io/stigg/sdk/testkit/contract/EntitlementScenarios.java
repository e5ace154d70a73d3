package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.CUSTOMER_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.FEATURE_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.FEATURE_TYPE_MISMATCH;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_VALUES_MISMATCH;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What customers of the Acme catalogue may do, numbered so that each scenario can be named. */
public abstract class EntitlementScenarios extends Scenarios {
    /** For subclasses. */
    protected EntitlementScenarios() {}

    private void promote(PromotionalGrant grant) {
        ask(GrantPromotionalEntitlements.of("cust-1", grant));
    }

    @Test
    @DisplayName("S01: a customer that Stigg does not know is denied as such")
    void unknownCustomer() {
        EntitlementsState state = route().state(CustomerScope.of("cust-x"));

        assertDenied(route().check(BooleanQuery.of("cust-x", SSO)), CUSTOMER_NOT_FOUND);
        assertThat(state.entitlements()).isEmpty();
        assertThat(state.accessDeniedReason()).contains(CUSTOMER_NOT_FOUND);
    }

    @Test
    @DisplayName("S02: a customer without a subscription is denied as such")
    void noSubscription() {
        customer();

        EntitlementsState state = route().state(CUST_1);

        assertDenied(onOff(SSO), NO_ACTIVE_SUBSCRIPTION);
        assertThat(state.entitlements()).isEmpty();
        assertThat(state.accessDeniedReason()).contains(NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S03: a customer has what its plan has, and no more")
    void whatThePlanHas() {
        customerOn("plan-free");

        NumericEntitlement fileSize =
                (NumericEntitlement) route().check(NumericQuery.of("cust-1", "feature-file-size"));
        EnumEntitlement support = (EnumEntitlement) route().check(EnumQuery.of("cust-1", "feature-support"));

        assertDenied(onOff(SSO), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertGranted(fileSize);
        assertThat(fileSize.value()).hasValue(10);
        assertThat(fileSize.isUnlimited()).isFalse();
        assertGranted(support);
        assertThat(support.enumValues()).containsExactly("community");
        assertDenied(
                route().check(EnumQuery.of("cust-1", "feature-support").requesting("email")),
                REQUESTED_VALUES_MISMATCH);
    }

    @Test
    @DisplayName(
            "S04: a feature that there is not: Stigg says not found; a client, which knows no catalogue, not entitled")
    void unknownFeature() {
        customerOn("plan-free");

        assertDenied(
                route().check(FeatureQuery.of("cust-1", "feature-nope")),
                route().isClient() ? NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION : FEATURE_NOT_FOUND);
    }

    @Test
    @DisplayName("S05: a feature of another type is denied")
    void typeMismatch() {
        customerOn("plan-free");

        assertDenied(onOff(CALLS), FEATURE_TYPE_MISMATCH);
    }

    @Test
    @DisplayName("S06: usage is granted up to the limit, within the subscription's month")
    void upToTheLimit() {
        customerOn("plan-free");

        MeteredEntitlement within = metered(CALLS, 100);

        assertGranted(metered(CALLS, 1));
        assertGranted(within);
        assertDenied(metered(CALLS, 101), REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(within.usageLimit()).hasValue(100);
        assertThat(within.currentUsage()).isZero();
        assertThat(within.usagePeriod()).isEqualTo(UsagePeriod.between(T0, Instant.parse("2025-02-15T10:00:00Z")));
        assertThat(within.resetPeriod()).contains(ResetPeriod.of(Unit.MONTH));
    }

    @Test
    @DisplayName("S07: at the limit nothing more is granted; asked for nothing, Stigg can be read either way")
    void atTheLimit() {
        customerOn("plan-free");
        report(CALLS, 100);

        assertGranted(metered(CALLS));
        assertDenied(metered(CALLS, 1), REQUESTED_USAGE_EXCEEDING_LIMIT);

        backend().denyAtLimit();

        assertThat(backend().entitlement(FeatureQuery.of("cust-1", CALLS)).accessDeniedReason())
                .contains(REQUESTED_USAGE_EXCEEDING_LIMIT);
    }

    @Test
    @DisplayName("S08: reports add, replace and give back, and the next check counts them")
    void reports() {
        customerOn("plan-basic");

        assertThat(report(SEATS, 3).currentUsage()).hasValue(3);
        assertThat(ask(ReportUsage.of("cust-1", SEATS, 5).replacing()).currentUsage())
                .hasValue(5);
        assertThat(report(SEATS, -1).currentUsage()).hasValue(4);
        assertGranted(metered(SEATS, 1));
        assertDenied(metered(SEATS, 2), REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(limit(SEATS)).isEqualTo(5);
        assertThat(usage(SEATS)).isEqualTo(4);
    }

    @Test
    @DisplayName("S09: a soft limit is told and not enforced")
    void softLimit() {
        customerOn("plan-pro");
        report(CALLS, 10_050);

        MeteredEntitlement calls = metered(CALLS, 1);

        assertGranted(calls);
        assertThat(calls.hasSoftLimit()).isTrue();
        assertThat(calls.usageLimit()).hasValue(10_000);
        assertThat(calls.currentUsage()).isEqualTo(10_050);
    }

    @Test
    @DisplayName("S10: what is unlimited has no limit")
    void unlimited() {
        customerOn("plan-ent");

        MeteredEntitlement calls = metered(CALLS, 1_000_000_000);

        assertGranted(calls);
        assertThat(calls.isUnlimited()).isTrue();
        assertThat(calls.usageLimit()).isEmpty();
    }

    @Test
    @DisplayName("S11: a plan inherits, and its own value beats an inherited one")
    void inheritance() {
        customerOn("plan-pro");

        MeteredEntitlement exports = metered(EXPORTS);
        NumericEntitlement fileSize =
                (NumericEntitlement) route().check(NumericQuery.of("cust-1", "feature-file-size"));

        assertGranted(onOff("feature-analytics"));
        assertThat(exports.usageLimit()).hasValue(10);
        assertThat(exports.resetPeriod()).contains(new ResetPeriod(Unit.WEEK, Alignment.EVERY_MONDAY));
        assertThat(fileSize.value()).hasValue(500);
    }

    @Test
    @DisplayName("S12: what a plan withholds is revoked")
    void revoked() {
        customerOn("plan-pro");

        assertDenied(onOff("feature-legacy-reports"), REVOKED);
    }

    @Test
    @DisplayName("S13: what is granted beside the plan beats what the plan withholds")
    void promotion() {
        customerOn("plan-pro");

        promote(PromotionalGrant.builder("feature-legacy-reports", PromotionalEntitlementPeriod.LIFETIME)
                .build());

        assertGranted(onOff("feature-legacy-reports"));
    }

    @Test
    @DisplayName("S31: an add-on adds as often as it is there, and no more when it is gone")
    void addonsAdd() {
        customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 2));
        double with = limit(CALLS);

        ask(UpdateSubscription.builder(to("plan-basic").id()).addons(Map.of()).build());

        assertThat(with).isEqualTo(3_000);
        assertThat(limit(CALLS)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("S32: an add-on that overrides takes the place of the plan and of those that add")
    void addonsOverride() {
        customerOn(PlanSelection.of("plan-basic").withAddon("addon-calls", 2).withAddon("addon-calls-xl", 1));

        assertThat(limit(CALLS)).isEqualTo(50_000);
    }

    @Test
    @DisplayName("S33: what is granted beside the plan for a month ends with it")
    void promotionForAMonth() {
        customerOn("plan-basic");
        promote(PromotionalGrant.builder(CALLS, PromotionalEntitlementPeriod.ONE_MONTH)
                .usageLimit(5_000)
                .resetPeriod(ResetPeriod.of(Unit.MONTH))
                .build());
        double during = limit(CALLS);

        advanceTo("2025-02-15T10:00:00Z");

        assertThat(during).isEqualTo(5_000);
        assertThat(limit(CALLS)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("S34: less granted beside the plan changes nothing")
    void smallerPromotion() {
        customerOn("plan-basic");

        promote(PromotionalGrant.builder(CALLS, PromotionalEntitlementPeriod.LIFETIME)
                .usageLimit(500)
                .build());

        assertThat(limit(CALLS)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("S35: usage stays whatever is granted beside the plan and revoked again")
    void unlimitedPromotion() {
        customerOn("plan-basic");
        report(CALLS, 10);

        promote(PromotionalGrant.builder(CALLS, PromotionalEntitlementPeriod.LIFETIME)
                .hasUnlimitedUsage(true)
                .build());
        MeteredEntitlement promoted = metered(CALLS);
        ask(new RevokePromotionalEntitlement("cust-1", CALLS));
        MeteredEntitlement revoked = metered(CALLS);

        assertThat(promoted.isUnlimited()).isTrue();
        assertThat(promoted.usageLimit()).isEmpty();
        assertThat(promoted.currentUsage()).isEqualTo(10);
        assertThat(revoked.usageLimit()).hasValue(1_000);
        assertThat(revoked.currentUsage()).isEqualTo(10);
    }

    @Test
    @DisplayName("S36: what is granted needs no subscription")
    void promotionAlone() {
        customer();

        promote(PromotionalGrant.builder(SSO, PromotionalEntitlementPeriod.LIFETIME)
                .build());

        assertGranted(onOff(SSO));
        assertDenied(onOff("feature-analytics"), NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S48: each resource has what it subscribes to and what its customer does, and usage of its own")
    void resources() {
        CustomerScope first = CUST_1.resource("r1");
        CustomerScope second = CUST_1.resource("r2");
        customerOn("plan-basic");
        subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));
        subscribe(PlanSelection.of("plan-site-starter").forResource("r2"));

        ask(ReportUsage.of("cust-1", PAGES, 3).forResource("r1"));

        assertThat(limit(first, PAGES)).isEqualTo(50);
        assertThat(limit(second, PAGES)).isEqualTo(5);
        assertDenied(metered(CUST_1, PAGES), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertThat(limit(first, SEATS)).isEqualTo(25);
        assertThat(limit(second, SEATS)).isEqualTo(5);
        assertThat(limit(CUST_1, SEATS)).isEqualTo(5);
        assertDenied(metered(CUST_1.resource("r9"), SEATS), CUSTOMER_RESOURCE_NOT_FOUND);
        assertThat(((MeteredEntitlement) metered(first, PAGES)).currentUsage()).isEqualTo(3);
        assertThat(((MeteredEntitlement) metered(second, PAGES)).currentUsage()).isZero();
    }

    private double limit(CustomerScope scope, String featureId) {
        return ((MeteredEntitlement) metered(scope, featureId)).usageLimit().orElseThrow();
    }
}
