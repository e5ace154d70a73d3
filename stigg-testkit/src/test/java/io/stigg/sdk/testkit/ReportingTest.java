package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.Conversation.CALLS;
import static io.stigg.sdk.testkit.Conversation.SEATS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Reporting usage to the backend")
class ReportingTest {
    private final Conversation stigg = Conversation.withAcme();

    @BeforeEach
    void subscribe() {
        stigg.customerOn("plan-pro");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("CustomerNotFound", ReportUsage.of("nobody", CALLS, 1)),
                Arguments.of("FeatureNotFound", ReportUsage.of("cust-1", "feature-nope", 1)),
                Arguments.of("MeteringNotAvailableForFeatureType", ReportUsage.of("cust-1", "feature-sso", 1)),
                Arguments.of("MeteringNotAvailableForFeatureType", ReportUsage.of("cust-1", "feature-file-size", 1)),
                Arguments.of(
                        "CannotReportUsageForEntitlementWithMeterError", ReportUsage.of("cust-1", "feature-mau", 1)),
                Arguments.of("NoFeatureEntitlementInSubscription", ReportUsage.of("cust-1", "feature-pages", 1)),
                Arguments.of(
                        "CustomerResourceNotFound",
                        ReportUsage.of("cust-1", CALLS, 1).forResource("r9")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @DisplayName("is refused where it makes no sense")
    void isRefused(String code, ReportUsage report) {
        assertThat(stigg.refusal(report)).isEqualTo(code);
        assertThat(stigg.usage(CALLS)).isZero();
    }

    @Test
    @DisplayName("is refused for what is withheld")
    void withheld() {
        stigg.ask(ProvisionCustomer.of("cust-2"));
        stigg.backend().promote("cust-2", Grant.revoked(CALLS));

        assertThat(stigg.refusal(ReportUsage.of("cust-2", CALLS, 1))).isEqualTo("NoFeatureEntitlementInSubscription");
    }

    @Test
    @DisplayName("never takes usage below 0")
    void neverBelowZero() {
        stigg.report(SEATS, 2);

        assertThat(stigg.report(SEATS, -5).currentUsage()).hasValue(0);
        assertThat(stigg.report(SEATS, 1).currentUsage()).hasValue(1);
    }

    @Test
    @DisplayName("counts once whatever carries the same key, and costs no credits the second time")
    void countsOnce() {
        ReportUsage report = ReportUsage.of("cust-1", "feature-ai-tokens", 5).withIdempotencyKey("k");

        UsageAck first = stigg.ask(report);
        UsageAck second = stigg.ask(report.replacing());

        assertThat(second.measurementId()).isEqualTo(first.measurementId());
        assertThat(second.currentUsage()).hasValue(5);
        assertThat(first.credit().orElseThrow().consumed()).isEqualTo(5);
        assertThat(second.credit().orElseThrow().consumed()).isZero();
        assertThat(second.credit().orElseThrow().currentUsage()).isEqualTo(5);
    }

    @Test
    @DisplayName("counts the same key of another customer")
    void keysAreOfACustomer() {
        stigg.ask(io.stigg.sdk.customer.ProvisionCustomer.of("cust-2")
                .subscribedTo(PlanSelection.of("plan-pro").withoutTrial()));

        stigg.ask(ReportUsage.of("cust-1", SEATS, 1).withIdempotencyKey("k"));

        assertThat(stigg.ask(ReportUsage.of("cust-2", SEATS, 2).withIdempotencyKey("k"))
                        .currentUsage())
                .hasValue(2);
    }

    @Test
    @DisplayName("a refused report may be sent again with the same key")
    void refusedKeysAreFree() {
        ReportUsage report = ReportUsage.of("cust-1", "feature-pages", 1).forResource("r1");
        assertThat(stigg.refusal(report)).isEqualTo("CustomerResourceNotFound");

        stigg.subscribe(PlanSelection.of("plan-site-plus").forResource("r1"));

        assertThat(stigg.ask(report).currentUsage()).hasValue(1);
    }

    @Test
    @DisplayName("of the past counts in the period in which it happened")
    void countsWhereItHappened() {
        stigg.advanceTo("2025-02-20T00:00:00Z");

        stigg.ask(ReportUsage.of("cust-1", CALLS, 3).at(Instant.parse("2025-02-15T09:59:59Z")));
        stigg.ask(ReportUsage.of("cust-1", CALLS, 4).at(Instant.parse("2025-02-15T10:00:00Z")));

        assertThat(stigg.usage(CALLS)).isEqualTo(4);
    }

    @Test
    @DisplayName("of a reporter whose clock is ahead counts at once")
    void countsWhatIsAhead() {
        UsageAck ack = stigg.ask(ReportUsage.of("cust-1", CALLS, 3).at(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(ack.currentUsage()).hasValue(3);
    }

    @Test
    @DisplayName("past a hard limit is accepted, unless the backend is told to refuse it")
    void pastTheLimit() {
        assertThat(stigg.report(SEATS, 4).currentUsage()).hasValue(4);
        stigg.backend().refuseReportsPastLimits();

        assertThat(stigg.refusal(ReportUsage.of("cust-1", SEATS, 1))).isEqualTo("EntitlementLimitExceededError");
        assertThat(stigg.report(SEATS, -1).currentUsage()).hasValue(3);
        assertThat(stigg.report(CALLS, 20_000).currentUsage()).hasValue(20_000);
    }

    @Test
    @DisplayName("that brings usage down is accepted, though it is still past a limit beyond which reports are refused")
    void bringsDown() {
        stigg.report(SEATS, 6);
        stigg.backend().refuseReportsPastLimits();

        assertThat(stigg.report(SEATS, -1).currentUsage()).hasValue(5);
        assertThat(stigg.refusal(ReportUsage.of("cust-1", SEATS, 1))).isEqualTo("EntitlementLimitExceededError");
    }

    @Test
    @DisplayName("from many threads loses nothing")
    void losesNothing() {
        IntStream.range(0, 1_000).parallel().forEach(i -> stigg.report(CALLS, 1));

        assertThat(stigg.usage(CALLS)).isEqualTo(1_000);
    }

    @Test
    @DisplayName("is not needed: a test may set usage, also of what is counted from events")
    void setsUsage() {
        stigg.backend().setUsage(CustomerScope.of("cust-1"), "feature-mau", 12);

        assertThat(stigg.usage("feature-mau")).isEqualTo(12);
    }
}
