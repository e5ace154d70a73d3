package io.stigg.sdk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.Paging;
import io.stigg.sdk.billing.PaymentCollectionMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Requests for credits")
class CreditRequestsTest {
    private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");

    private static GrantCredits.Builder gift() {
        return GrantCredits.builder("acme", "ai", "A gift", CreditGrantType.PROMOTIONAL, 10);
    }

    private static SaveAutomaticRechargeConfiguration.Builder recharge() {
        return SaveAutomaticRechargeConfiguration.builder("acme", "ai");
    }

    private static GetCreditUsage.Builder usage() {
        return GetCreditUsage.builder("acme");
    }

    static Stream<Arguments> unmeant() {
        return Stream.of(
                refused(
                        "displayName",
                        () -> GrantCredits.builder("acme", "ai", " ", CreditGrantType.PAID, 1)
                                .build()),
                refused("resourceId", () -> gift().resourceId("").build()),
                refused("priority", () -> gift().priority(Double.NaN).build()),
                refused(
                        "expireAt",
                        () -> gift().effectiveAt(NOON).expireAt(NOON).build()),
                refused(
                        "paymentCollectionMethod",
                        () -> gift().paymentCollectionMethod(PaymentCollectionMethod.UNKNOWN)
                                .build()),
                refused("invoiceDaysUntilDue", () -> CreditGrantBilling.dueAfter(-1)),
                refused("grantId", () -> new VoidCreditGrant(" ")),
                refused("customerId", () -> GetCreditGrants.of("")),
                refused("currencyId", () -> GetCreditGrants.of("acme").ofCurrency(" ")),
                refused("eventTypes", () -> GetCreditLedger.of("acme").ofTypes(CreditLedgerEventType.UNKNOWN)),
                refused(
                        "timeRange",
                        () -> usage().timeRange(CreditUsageTimeRange.LAST_DAY)
                                .endDate(NOON)
                                .build()),
                refused("endDate", () -> usage().startDate(NOON).endDate(NOON).build()),
                refused("groupBy", () -> usage().groupBy(List.of(" ")).build()),
                refused("currencyId", () -> new GetAutomaticRechargeConfiguration("acme", " ")),
                refused(
                        "thresholdType",
                        () -> recharge()
                                .thresholdType(RechargeThresholdType.UNKNOWN)
                                .build()),
                refused("thresholdValue", () -> recharge().thresholdValue(-1).build()),
                refused(
                        "targetBalance",
                        () -> recharge().targetBalance(Double.POSITIVE_INFINITY).build()),
                refused(
                        "maxSpendLimit",
                        () -> recharge().maxSpendLimit(new BigDecimal("-0.01")).build()),
                refused(
                        "grantExpirationPeriod",
                        () -> recharge()
                                .grantExpirationPeriod(GrantExpirationPeriod.UNKNOWN)
                                .build()));
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

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    @DisplayName("grant more than nothing")
    void amount(double amount) {
        GrantCredits.Builder nothing =
                GrantCredits.builder("acme", "ai", "A gift", CreditGrantType.PROMOTIONAL, amount);

        assertThatThrownBy(nothing::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount");
    }

    @ParameterizedTest
    @EnumSource(
            value = CreditGrantType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAID", "PROMOTIONAL"})
    @DisplayName("grant nothing that Stigg grants by itself")
    void type(CreditGrantType type) {
        GrantCredits.Builder grant = GrantCredits.builder("acme", "ai", "A gift", type, 1);

        assertThatThrownBy(grant::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grantType")
                .hasMessageContaining(type.name());
    }

    @Test
    @DisplayName("keep what they ask for from page to page")
    void pages() {
        GetCreditLedger voided = GetCreditLedger.of("acme")
                .ofResource("site")
                .ofCurrency("ai")
                .ofTypes(CreditLedgerEventType.CREDITS_VOIDED);

        GetCreditLedger next = voided.at(Paging.first(5).after("c"));

        assertThat(next.paging()).isEqualTo(Paging.first(5).after("c"));
        assertThat(next.at(voided.paging())).isEqualTo(voided);
    }
}
