package io.stigg.sdk.promotion;

import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.CUSTOM;
import static io.stigg.sdk.promotion.PromotionalEntitlementPeriod.LIFETIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Requests for features granted beside subscriptions")
class PromotionRequestsTest {
    private static final PromotionalGrant SSO =
            PromotionalGrant.builder("sso", LIFETIME).build();

    private static PromotionalGrant.Builder calls() {
        return PromotionalGrant.builder("calls", LIFETIME);
    }

    static Stream<Arguments> unmeant() {
        return Stream.of(
                refused(
                        "featureId",
                        () -> PromotionalGrant.builder(" ", LIFETIME).build()),
                refused(
                        "period",
                        () -> PromotionalGrant.builder("sso", PromotionalEntitlementPeriod.UNKNOWN)
                                .build()),
                refused(
                        "customEndDate",
                        () -> PromotionalGrant.builder("sso", CUSTOM).build()),
                refused(
                        "customEndDate",
                        () -> calls().customEndDate(Instant.EPOCH).build()),
                refused("usageLimit", () -> calls().usageLimit(-1).build()),
                refused("usageLimit", () -> calls().usageLimit(Double.NaN).build()),
                refused(
                        "hasUnlimitedUsage",
                        () -> calls().usageLimit(1).hasUnlimitedUsage(true).build()),
                refused("enumValues", () -> calls().enumValues(List.of("")).build()),
                refused(
                        "resetPeriod",
                        () -> calls().resetPeriod(ResetPeriod.of(Unit.UNKNOWN)).build()),
                refused("customerId", () -> GrantPromotionalEntitlements.of(" ", SSO)),
                refused("grants", () -> GrantPromotionalEntitlements.of("acme")),
                refused("sso twice", () -> GrantPromotionalEntitlements.of("acme", SSO, SSO)),
                refused("featureGroupId", () -> GrantPromotionalEntitlementsGroup.of("acme", "", SSO)),
                refused("sso twice", () -> GrantPromotionalEntitlementsGroup.of("acme", "extras", SSO, SSO)),
                refused("featureGroupId", () -> new RevokePromotionalEntitlementsGroup("acme", " ")),
                refused("customerId", () -> new UnlinkPromotionalEntitlementsGroup("", "extras")));
    }

    private static Arguments refused(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    @ParameterizedTest(name = "{0} (case {index})")
    @MethodSource
    @DisplayName("name the argument that cannot be meant")
    void unmeant(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(argument);
    }

    @Test
    @DisplayName("have a list of grants for a group, even if nothing is lacking")
    void emptyGroup() {
        GrantPromotionalEntitlementsGroup lacking =
                new GrantPromotionalEntitlementsGroup("acme", "extras", Optional.empty());

        assertThat(lacking.grants()).contains(List.of());
        assertThat(lacking).isEqualTo(GrantPromotionalEntitlementsGroup.of("acme", "extras"));
    }
}
