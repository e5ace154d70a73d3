package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.CUSTOM;
import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.LIFETIME;
import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.ONE_MONTH;
import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.ONE_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.promotion.GrantPromotionalEntitlements;
import io.stigg.sdk.promotion.GrantPromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.promotion.PromotionalEntitlementPeriod;
import io.stigg.sdk.promotion.PromotionalEntitlementStatus;
import io.stigg.sdk.promotion.PromotionalGrant;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlementsGroup;
import io.stigg.sdk.promotion.UnlinkPromotionalEntitlementsGroup;
import io.stigg.sdk.subscription.PlanSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link io.stigg.sdk.promotion.Promotions} comes to, whichever way it takes to Stigg. */
@DisplayName("Features granted beside subscriptions")
public abstract class PromotionOperationsContract extends OperationsContract {
    private static final String SSO = "feature-sso";
    private static final String ANALYTICS = "feature-analytics";
    private static final String EXTRAS = "group-extras";

    /** For subclasses. */
    protected PromotionOperationsContract() {}

    @BeforeEach
    final void aFreeCustomer() {
        givenCustomer("cust-1", PlanSelection.of("plan-free"));
    }

    private boolean grants(EntitlementQuery query) {
        return backend().entitlement(query).denial().isEmpty();
    }

    private boolean has(String featureId) {
        return grants(BooleanQuery.of("cust-1", featureId));
    }

    private static PromotionalGrant lifelong(String featureId) {
        return PromotionalGrant.builder(featureId, LIFETIME).build();
    }

    private static GrantPromotionalEntitlementsGroup extras(PromotionalGrant... grants) {
        return GrantPromotionalEntitlementsGroup.of("cust-1", EXTRAS, grants);
    }

    private static List<String> features(List<PromotionalEntitlement> entitlements) {
        return entitlements.stream().map(each -> each.feature().id()).toList();
    }

    @Nested
    @DisplayName("one by one")
    class OneByOne {
        @Test
        @DisplayName("give the customer what its plan does not")
        void granted() {
            List<PromotionalEntitlement> granted = ask(GrantPromotionalEntitlements.of("cust-1", lifelong(SSO)));

            assertThat(granted).singleElement().satisfies(one -> {
                assertThat(one.feature().displayName()).isEqualTo("Single sign-on");
                assertThat(one.status()).isEqualTo(PromotionalEntitlementStatus.ACTIVE);
                assertThat(one.endDate()).isEmpty();
                assertThat(one.isVisible()).isTrue();
            });
            assertThat(has(SSO)).isTrue();
        }

        @Test
        @DisplayName("say all that was asked for")
        void everyMember() {
            PromotionalGrant calls = PromotionalGrant.builder("feature-api-calls", ONE_MONTH)
                    .usageLimit(250.5)
                    .hasSoftLimit(true)
                    .resetPeriod(new ResetPeriod(ResetPeriod.Unit.WEEK, ResetPeriod.Alignment.EVERY_MONDAY))
                    .isVisible(false)
                    .build();
            PromotionalGrant seats = PromotionalGrant.builder("feature-seats", LIFETIME)
                    .hasUnlimitedUsage(true)
                    .build();

            List<PromotionalEntitlement> granted = ask(GrantPromotionalEntitlements.of("cust-1", calls, seats));

            assertThat(granted.get(0).usageLimit()).hasValue(250.5);
            assertThat(granted.get(0).hasSoftLimit()).isTrue();
            assertThat(granted.get(0).resetPeriod()).contains(ResetPeriod.Unit.WEEK);
            assertThat(granted.get(0).isVisible()).isFalse();
            assertThat(granted.get(1).hasUnlimitedUsage()).isTrue();
            assertThat(granted.get(1).usageLimit()).isEmpty();
            assertThat(grants(MeteredQuery.of("cust-1", "feature-seats").requesting(1_000_000)))
                    .isTrue();
        }

        @Test
        @DisplayName("count by their reset period")
        void resetPeriod() {
            PromotionalGrant calls = PromotionalGrant.builder("feature-api-calls", LIFETIME)
                    .usageLimit(500)
                    .resetPeriod(ResetPeriod.of(ResetPeriod.Unit.DAY))
                    .build();

            ask(GrantPromotionalEntitlements.of("cust-1", calls));

            assertThat(backend()
                            .entitlement(MeteredQuery.of("cust-1", "feature-api-calls"))
                            .fact()
                            .orElseThrow()
                            .usage()
                            .period()
                            .end())
                    .contains(backend().clock().now().plus(Duration.ofDays(1)));
        }

        @Test
        @DisplayName("allow the values of a feature that has values")
        void values() {
            PromotionalGrant phone = PromotionalGrant.builder("feature-support", LIFETIME)
                    .enumValues(List.of("phone"))
                    .build();

            ask(GrantPromotionalEntitlements.of("cust-1", phone));

            assertThat(grants(EnumQuery.of("cust-1", "feature-support").requesting("phone")))
                    .isTrue();
            assertThat(grants(EnumQuery.of("cust-1", "feature-support").requesting("email")))
                    .isFalse();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "ONE_WEEK, 2025-01-22T10:00:00Z",
            "ONE_MONTH, 2025-02-15T10:00:00Z",
            "SIX_MONTH, 2025-07-15T10:00:00Z",
            "ONE_YEAR, 2026-01-15T10:00:00Z"
        })
        @DisplayName("end with their period")
        void end(PromotionalEntitlementPeriod period, Instant end) {
            List<PromotionalEntitlement> granted = ask(GrantPromotionalEntitlements.of(
                    "cust-1", PromotionalGrant.builder(SSO, period).build()));
            boolean before = has(SSO);
            backend().clock().advance(Duration.between(backend().clock().now(), end));

            assertThat(granted.get(0).endDate()).contains(end);
            assertThat(before).isTrue();
            assertThat(has(SSO)).isFalse();
        }

        @Test
        @DisplayName("end at the instant that is named")
        void customEnd() {
            Instant end = Instant.parse("2025-03-01T00:00:00Z");

            List<PromotionalEntitlement> granted = ask(GrantPromotionalEntitlements.of(
                    "cust-1",
                    PromotionalGrant.builder(SSO, CUSTOM).customEndDate(end).build()));

            assertThat(granted.get(0).endDate()).contains(end);
        }

        @Test
        @DisplayName("replace what was granted of the same feature")
        void replaced() {
            ask(GrantPromotionalEntitlements.of("cust-1", lifelong(SSO)));
            ask(GrantPromotionalEntitlements.of(
                    "cust-1", PromotionalGrant.builder(SSO, ONE_WEEK).build()));

            backend().clock().advance(Duration.ofDays(8));

            assertThat(has(SSO)).isFalse();
        }

        @Test
        @DisplayName("are taken back")
        void revoked() {
            ask(GrantPromotionalEntitlements.of("cust-1", lifelong(SSO)));

            assertThat(ask(new RevokePromotionalEntitlement("cust-1", SSO)).id())
                    .isNotBlank();

            assertThat(has(SSO)).isFalse();
        }

        @Test
        @DisplayName("are refused as a whole if one is refused")
        void allOrNothing() {
            GrantPromotionalEntitlements request =
                    GrantPromotionalEntitlements.of("cust-1", lifelong(SSO), lifelong("feature-nowhere"));

            assertThat(refusal(request)).isEqualTo(ErrorCode.FEATURE_NOT_FOUND);

            assertThat(has(SSO)).isFalse();
        }

        @Test
        @DisplayName("are refused for a customer that is not there, and taken back only once")
        void refusals() {
            assertThat(refusal(GrantPromotionalEntitlements.of("cust-2", lifelong(SSO))))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(new RevokePromotionalEntitlement("cust-1", SSO)))
                    .isEqualTo(ErrorCode.PROMOTIONAL_ENTITLEMENT_NOT_FOUND_ERROR);
        }

        @Test
        @DisplayName("are refused if they do not suit the feature")
        void unsuitable() {
            PromotionalGrant foreignValue = PromotionalGrant.builder("feature-support", LIFETIME)
                    .enumValues(List.of("fax"))
                    .build();

            assertThat(refusal(GrantPromotionalEntitlements.of("cust-1", lifelong("feature-seats"))))
                    .isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(refusal(GrantPromotionalEntitlements.of("cust-1", foreignValue)))
                    .isEqualTo(ErrorCode.BAD_USER_INPUT);
        }
    }

    @Nested
    @DisplayName("as a group")
    class AsGroup {
        @Test
        @DisplayName("give all its features")
        void granted() {
            List<PromotionalEntitlement> granted = ask(extras(lifelong(SSO), lifelong(ANALYTICS)));

            assertThat(features(granted)).containsExactlyInAnyOrder(SSO, ANALYTICS);
            assertThat(has(SSO)).isTrue();
            assertThat(has(ANALYTICS)).isTrue();
        }

        @Test
        @DisplayName("need only what the customer lacks, which may be nothing")
        void lacking() {
            givenCustomer("cust-2", PlanSelection.of("plan-free"));
            ask(GrantPromotionalEntitlementsGroup.of("cust-2", EXTRAS, lifelong(SSO), lifelong(ANALYTICS)));
            ask(GrantPromotionalEntitlements.of("cust-1", lifelong(SSO), lifelong(ANALYTICS)));

            List<PromotionalEntitlement> granted = ask(extras());

            assertThat(features(granted)).containsExactlyInAnyOrder(SSO, ANALYTICS);
        }

        @Test
        @DisplayName("are refused without a feature that the customer lacks, or with one that is not of the group")
        void members() {
            givenCustomer("cust-2", PlanSelection.of("plan-free"));
            ask(GrantPromotionalEntitlementsGroup.of("cust-2", EXTRAS, lifelong(SSO), lifelong(ANALYTICS)));

            assertThat(refusal(extras(lifelong(SSO)))).isEqualTo(ErrorCode.FEATURE_GROUP_MISSING_FEATURES_ERROR);
            assertThat(refusal(extras(lifelong(SSO), lifelong(ANALYTICS), lifelong("feature-domain"))))
                    .isEqualTo(ErrorCode.FEATURE_NOT_BELONG_TO_FEATURE_GROUP_ERROR);
            assertThat(has(SSO)).isFalse();
        }

        @Test
        @DisplayName("are taken back together")
        void revoked() {
            ask(extras(lifelong(SSO), lifelong(ANALYTICS)));

            List<PromotionalEntitlement> revoked = ask(new RevokePromotionalEntitlementsGroup("cust-1", EXTRAS));

            assertThat(features(revoked)).containsExactlyInAnyOrder(SSO, ANALYTICS);
            assertThat(has(SSO)).isFalse();
            assertThat(has(ANALYTICS)).isFalse();
        }

        @Test
        @DisplayName("stay where another group holds them as well")
        void heldTwice() {
            ask(extras(lifelong(SSO), lifelong(ANALYTICS)));
            ask(GrantPromotionalEntitlementsGroup.of("cust-1", "group-security", lifelong(SSO)));

            List<PromotionalEntitlement> revoked = ask(new RevokePromotionalEntitlementsGroup("cust-1", EXTRAS));

            assertThat(features(revoked)).containsExactly(ANALYTICS);
            assertThat(has(SSO)).isTrue();
        }

        @Test
        @DisplayName("stay when the group is unlinked, which is gone then")
        void unlinked() {
            ask(extras(lifelong(SSO), lifelong(ANALYTICS)));

            List<PromotionalEntitlement> kept = ask(new UnlinkPromotionalEntitlementsGroup("cust-1", EXTRAS));

            assertThat(features(kept)).containsExactlyInAnyOrder(SSO, ANALYTICS);
            assertThat(has(SSO)).isTrue();
            assertThat(refusal(new RevokePromotionalEntitlementsGroup("cust-1", EXTRAS)))
                    .isEqualTo(ErrorCode.FEATURE_GROUP_NOT_FOUND_ERROR);
        }

        @Test
        @DisplayName("are refused where the group was not granted")
        void unknownGroup() {
            assertThat(refusal(extras())).isEqualTo(ErrorCode.FEATURE_GROUP_NOT_FOUND_ERROR);
            assertThat(refusal(new UnlinkPromotionalEntitlementsGroup("cust-1", EXTRAS)))
                    .isEqualTo(ErrorCode.FEATURE_GROUP_NOT_FOUND_ERROR);
            assertThat(refusal(new RevokePromotionalEntitlementsGroup("cust-2", EXTRAS)))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        }
    }
}
