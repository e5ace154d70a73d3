package io.stigg.sdk.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.usage.ReportUsage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Questions, requests and configured answers")
class QueriesTest {
    static Stream<Arguments> blankIds() {
        return Stream.of(
                blank("customerId", () -> BooleanQuery.of(" ", "sso")),
                blank("featureId", () -> BooleanQuery.of("acme", "")),
                blank("resourceId", () -> BooleanQuery.of("acme", "sso").forResource("\t")),
                blank("featureId", () -> NumericQuery.of("acme", " ")),
                blank("featureId", () -> MeteredQuery.of("acme", " ")),
                blank("featureId", () -> EnumQuery.of("acme", " ")),
                blank("currencyId", () -> CreditQuery.of("acme", " ")),
                blank("featureId", () -> FeatureQuery.of("acme", " ")),
                blank("customerId", () -> CustomerScope.of("")),
                blank("featureId", () -> Fallbacks.none().feature(" ", FixedAnswer.granted())),
                blank("currencyId", () -> Fallbacks.none().currency(" ", FixedAnswer.granted())),
                blank("customerId", () -> Overrides.none().customer("", FixedAnswer.denied())),
                blank("featureId", () -> Overrides.none().customerFeature("acme", "", FixedAnswer.denied())),
                blank("customerId", () -> ProvisionCustomer.of(" ")),
                blank("planId", () -> PlanSelection.of(" ")),
                blank("addonId", () -> PlanSelection.of("basic").withAddon(" ", 1)),
                blank("customerId", () -> ReportUsage.of(" ", "calls", 1)),
                blank("featureId", () -> ReportUsage.of("acme", " ", 1)),
                blank("idempotencyKey", () -> ReportUsage.of("acme", "calls", 1).withIdempotencyKey("")));
    }

    private static Arguments blank(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    @ParameterizedTest(name = "{0} (case {index})")
    @MethodSource("blankIds")
    @DisplayName("name the argument that is blank")
    void blankId(String argument, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(argument)
                .hasMessageContaining("blank");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("refuse to request what is negative or not finite")
    void badAmount(double amount) {
        assertThatThrownBy(() -> MeteredQuery.of("acme", "calls").requesting(amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requestedUsage");
        assertThatThrownBy(() -> CreditQuery.of("acme", "ai").requesting(amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requestedUsage");
        assertThatThrownBy(() -> FixedAnswer.granted().withLimit(amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
    }

    @Test
    @DisplayName("refuse usage that is not finite and dimensions that are no scalars")
    void badReport() {
        assertThatThrownBy(() -> ReportUsage.of("acme", "calls", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
        assertThatThrownBy(() -> ReportUsage.of("acme", "calls", 1).withDimension("user", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("user");
        assertThatThrownBy(() -> ReportUsage.of("acme", "calls", 1).withDimension("size", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }

    @Test
    @DisplayName("give every report a key of its own, which survives its changes")
    void idempotencyKeys() {
        ReportUsage report = ReportUsage.of("acme", "calls", 1);

        assertThat(report.replacing().forResource("site").idempotencyKey()).isEqualTo(report.idempotencyKey());
        assertThat(ReportUsage.of("acme", "calls", 1).idempotencyKey()).isNotEqualTo(report.idempotencyKey());
    }

    @Test
    @DisplayName("let the most specific override decide")
    void overridePrecedence() {
        Overrides overrides = Overrides.none()
                .feature("sso", FixedAnswer.denied())
                .customer("acme", FixedAnswer.granted())
                .customerFeature("acme", "calls", FixedAnswer.granted().withLimit(7));

        assertThat(overrides.find("acme", "calls"))
                .contains(FixedAnswer.granted().withLimit(7));
        assertThat(overrides.find("acme", "sso")).contains(FixedAnswer.granted());
        assertThat(overrides.find("other", "sso")).contains(FixedAnswer.denied());
        assertThat(overrides.find("other", "calls")).isEqualTo(Optional.empty());
    }
}
