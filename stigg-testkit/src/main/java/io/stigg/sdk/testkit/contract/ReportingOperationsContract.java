package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.CreditLedgerEvent;
import io.stigg.sdk.credit.CreditLedgerEventType;
import io.stigg.sdk.credit.GetCreditLedger;
import io.stigg.sdk.credit.OptimisticCreditBalance;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes of usage, events and consumed credits that are reported, whichever way they take to Stigg. */
@DisplayName("What is reported")
public abstract class ReportingOperationsContract extends OperationsContract {
    private static final String CALLS = "feature-api-calls";
    private static final String MAU = "feature-mau";
    private static final Instant JANUARY_16 = Instant.parse("2025-01-16T09:00:00Z");

    /** For subclasses. */
    protected ReportingOperationsContract() {}

    @BeforeEach
    final void customers() {
        givenCustomer("cust-1", PlanSelection.of("plan-pro").withoutTrial());
        backend().clock().advanceTo(Instant.parse("2025-01-20T12:00:00Z"));
    }

    private static ReportUsage calls(double value) {
        return ReportUsage.of("cust-1", CALLS, value);
    }

    private static UsageEvent login(String user, Instant at) {
        return UsageEvent.of("cust-1", "user_login").at(at).withDimension("user_id", user);
    }

    private void report(UsageEvent... events) {
        ask(new ReportEvent(Arrays.asList(events)));
    }

    private double usage(String featureId) {
        Verdict verdict = backend().entitlement(MeteredQuery.of("cust-1", featureId));
        return verdict.fact().orElseThrow().usage().currentUsage();
    }

    @Nested
    @DisplayName("of usage in bulk")
    class Bulk {
        @Test
        @DisplayName("is acknowledged report by report, each with what usage has come to")
        void acks() {
            List<UsageAck> acks = ask(
                    new ReportUsageBulk(List.of(calls(3), calls(4), calls(10).replacing())));

            assertThat(acks)
                    .extracting(UsageAck::currentUsage)
                    .containsExactly(OptionalDouble.of(3), OptionalDouble.of(7), OptionalDouble.of(10));
            assertThat(usage(CALLS)).isEqualTo(10);
        }

        @Test
        @DisplayName("counts once what comes again, in the same bulk and in another")
        void repeated() {
            ReportUsage once = calls(5);

            List<UsageAck> acks = ask(new ReportUsageBulk(List.of(once, once)));
            ask(new ReportUsageBulk(List.of(once)));

            assertThat(acks)
                    .extracting(UsageAck::measurementId)
                    .containsOnly(acks.get(0).measurementId());
            assertThat(usage(CALLS)).isEqualTo(5);
            assertThat(backend().measurements("cust-1")).containsExactly(once);
        }

        @Test
        @DisplayName("is refused as a whole if one report is, and stores nothing")
        void refused() {
            ErrorCode unknownFeature =
                    refusal(new ReportUsageBulk(List.of(calls(1), ReportUsage.of("cust-1", "feature-unknown", 1))));
            ErrorCode unknownCustomer =
                    refusal(new ReportUsageBulk(List.of(calls(1), ReportUsage.of("cust-9", CALLS, 1))));

            assertThat(unknownFeature).isEqualTo(ErrorCode.FEATURE_NOT_FOUND);
            assertThat(unknownCustomer).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(usage(CALLS)).isZero();
        }

        @Test
        @DisplayName("is refused for features that are counted from events, and that nobody is entitled to")
        void notReportable() {
            assertThat(refusal(ReportUsage.of("cust-1", MAU, 1)))
                    .isEqualTo(ErrorCode.CANNOT_REPORT_USAGE_FOR_ENTITLEMENT_WITH_METER_ERROR);
            assertThat(refusal(ReportUsage.of("cust-1", "feature-pages", 1)))
                    .isEqualTo(ErrorCode.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        }

        @Test
        @DisplayName("costs credits as single reports do, and none when it comes again")
        void credits() {
            ReportUsage tokens = ReportUsage.of("cust-1", "feature-ai-tokens", 120);

            List<UsageAck> acks = ask(new ReportUsageBulk(List.of(tokens, tokens)));

            assertThat(acks)
                    .extracting(ack -> ack.credit().orElseThrow().consumed())
                    .containsExactly(120.0, 0.0);
        }
    }

    @Nested
    @DisplayName("as events")
    class Events {
        @Test
        @DisplayName("counts by the feature's meter, in the period in which it happened")
        void meter() {
            report(
                    login("u1", JANUARY_16),
                    login("u2", JANUARY_16.plusSeconds(86_400)),
                    login("u1", JANUARY_16.plusSeconds(2 * 86_400)),
                    login("u3", Instant.parse("2024-12-31T10:00:00Z")));

            assertThat(usage(MAU)).isEqualTo(2);
        }

        @Test
        @DisplayName("counts once what is the same event, and again what has another time")
        void duplicates() {
            UsageEvent event = login("u1", JANUARY_16).withIdempotencyKey("key-1");

            report(event, event);
            report(event);
            report(login("u2", JANUARY_16.plusMillis(1)).withIdempotencyKey("key-1"));

            assertThat(usage(MAU)).isEqualTo(2);
            assertThat(backend().events()).hasSize(2);
            assertThat(backend().duplicateEvents()).isEqualTo(2);
        }

        @Test
        @DisplayName("is accepted of anybody and of any name, and counts for nobody then")
        void unknown() {
            report(
                    UsageEvent.of("cust-9", "user_login").at(JANUARY_16).withDimension("user_id", "u1"),
                    UsageEvent.of("cust-1", "user_logout").at(JANUARY_16).withDimension("user_id", "u1"),
                    UsageEvent.of("cust-1", "user_login").at(JANUARY_16));

            assertThat(usage(MAU)).isZero();
            assertThat(backend().events()).hasSize(3);
        }

        @Test
        @DisplayName("arrives as it was told: dimensions, resource, time and key")
        void whole() {
            UsageEvent event = UsageEvent.of("cust-1", "read")
                    .forResource("site-1")
                    .at(Instant.parse("2025-01-16T09:00:00.123Z"))
                    .withIdempotencyKey("key \u00e9")
                    .withDimensions(Map.of(
                            "text",
                            "\u20ac \"quoted\"",
                            "flag",
                            true,
                            "big",
                            9_007_199_254_740_993L,
                            "exact",
                            new BigDecimal("0.1")));

            report(event);

            UsageEvent arrived = backend().events().get(0);
            assertThat(arrived.timestamp()).isEqualTo(event.timestamp());
            assertThat(arrived.resourceId()).isEqualTo(event.resourceId());
            assertThat(arrived.idempotencyKey()).isEqualTo(event.idempotencyKey());
            assertThat(arrived.dimensions()).containsOnlyKeys("text", "flag", "big", "exact");
            assertThat(new BigDecimal(String.valueOf(arrived.dimensions().get("big"))))
                    .isEqualByComparingTo("9007199254740993");
            assertThat(new BigDecimal(String.valueOf(arrived.dimensions().get("exact"))))
                    .isEqualByComparingTo("0.1");
        }

        @Test
        @DisplayName("is told once of each feature that has been used, however many events there are")
        void pushes() {
            backend().clearPushes();

            ask(new ReportEvent(IntStream.range(0, 1_000)
                    .mapToObj(number -> login("u" + number % 10, JANUARY_16))
                    .toList()));

            assertThat(backend().pushes(UsageReading.class)).singleElement().satisfies(told -> {
                assertThat(told.scope()).isEqualTo(CustomerScope.of("cust-1"));
                assertThat(told.usage().currentUsage()).isEqualTo(10);
            });
        }
    }

    @Nested
    @DisplayName("as consumed credits")
    class Consumption {
        @Test
        @DisplayName("leaves the balance that is told, and stands in the ledger")
        void balance() {
            CreditConsumption consumption = ask(ConsumeCredits.of("cust-1", "cred-ai", 120));

            assertThat(consumption.amount()).isEqualTo(120);
            OptimisticCreditBalance balance = consumption.credit().orElseThrow();
            assertThat(balance.currentUsage()).isEqualTo(120);
            assertThat(balance.usageLimit()).isEqualTo(500);
            assertThat(ask(GetCreditLedger.of("cust-1")).items())
                    .filteredOn(event -> event.eventType() == CreditLedgerEventType.CREDITS_CONSUMED)
                    .singleElement()
                    .returns(120.0, CreditLedgerEvent::amount);
        }

        @Test
        @DisplayName("counts once what comes again")
        void repeated() {
            ConsumeCredits once = ConsumeCredits.of("cust-1", "cred-ai", 120);

            ask(once);
            ask(new ConsumeCreditsAsync(List.of(once, once)));
            CreditConsumption again = ask(once);

            assertThat(again.credit().orElseThrow().currentUsage()).isEqualTo(120);
        }

        @Test
        @DisplayName("is not refused beyond the balance")
        void overdraft() {
            CreditConsumption consumption = ask(ConsumeCredits.of("cust-1", "cred-ai", 600));

            assertThat(consumption.credit().orElseThrow().currentUsage()).isEqualTo(600);
        }

        @Test
        @DisplayName("is refused where there is nobody and nothing to consume, but accepted so when nobody waits")
        void refused() {
            ConsumeCredits ofNobody = ConsumeCredits.of("cust-9", "cred-ai", 1);
            ConsumeCredits ofNothing = ConsumeCredits.of("cust-1", "cred-unknown", 1);

            assertThat(refusal(ofNobody)).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(ofNothing)).isEqualTo(ErrorCode.CUSTOM_CURRENCY_NOT_FOUND);
            assertThat(ask(new ConsumeCreditsAsync(List.of(ofNobody, ofNothing))))
                    .isEmpty();
        }
    }
}
