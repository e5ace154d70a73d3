package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.EstimationWarning;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.GroupUsageHistory;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageHistory;
import io.stigg.sdk.usage.UsageHistoryPoint;
import io.stigg.sdk.usage.UsageHistorySeries;
import io.stigg.sdk.usage.UsageHistoryV2;
import io.stigg.sdk.usage.UsageMarker;
import io.stigg.sdk.usage.UsageMarkerType;
import io.stigg.sdk.usage.UsageMeasurementPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link io.stigg.sdk.usage.Metering} comes to, whichever way it takes to Stigg. */
@DisplayName("Usage and its costs")
public abstract class UsageOperationsContract extends OperationsContract {
    private static final String CALLS = "feature-api-calls";
    private static final String TOKENS = "feature-ai-tokens";
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    /** For subclasses. */
    protected UsageOperationsContract() {}

    @BeforeEach
    final void aCustomerWithCredits() {
        givenCustomer("cust-1", PlanSelection.of("plan-pro").withoutTrial());
    }

    private Instant used(String featureId, double value) {
        ask(ReportUsage.of("cust-1", featureId, value));
        return backend().clock().now();
    }

    private Instant usedIn(String region, double value) {
        ask(ReportUsage.of("cust-1", CALLS, value).withDimension("region", region));
        return backend().clock().now();
    }

    private void after(Duration time) {
        backend().clock().advance(time);
    }

    private static GetUsageHistoryV2.Builder history() {
        return GetUsageHistoryV2.builder("cust-1", CALLS, LONG_AGO);
    }

    private static UsageHistoryPoint point(Instant at, double value) {
        return new UsageHistoryPoint(at, value, false);
    }

    @Nested
    @DisplayName("over time")
    class OverTime {
        @Test
        @DisplayName("is what each report came to, within its period")
        void points() {
            Instant first = used(CALLS, 3);
            after(Duration.ofDays(1));
            Instant second = used(CALLS, 4);
            after(Duration.ofDays(31));
            Instant third = used(CALLS, 5);
            Instant reset = Instant.parse("2025-02-15T10:00:00Z");

            UsageHistoryV2 history = ask(history().build());

            assertThat(history.series()).singleElement().satisfies(series -> {
                assertThat(series.tags()).isEmpty();
                assertThat(series.points())
                        .containsExactly(
                                point(first, 3),
                                point(second, 7),
                                new UsageHistoryPoint(reset, 0, true),
                                point(third, 5));
            });
            assertThat(history.markers()).containsExactly(new UsageMarker(reset, UsageMarkerType.PERIODIC_RESET));
        }

        @Test
        @DisplayName("is told between a start and an end, with what was used before counted in")
        void bounds() {
            used(CALLS, 3);
            after(Duration.ofDays(1));
            Instant second = used(CALLS, 4);
            after(Duration.ofDays(1));
            used(CALLS, 5);

            UsageHistoryV2 history = ask(GetUsageHistoryV2.builder("cust-1", CALLS, second)
                    .endDate(second.plusSeconds(1))
                    .includeInactiveSubscriptions(true)
                    .build());

            assertThat(history.series().get(0).points()).containsExactly(point(second, 7));
        }

        @Test
        @DisplayName("starts again with another subscription")
        void restart() {
            used(CALLS, 3);
            after(Duration.ofDays(1));
            givenCustomer("cust-1", PlanSelection.of("plan-basic"));

            UsageHistoryV2 history = ask(history().build());

            assertThat(history.markers())
                    .containsExactly(
                            new UsageMarker(backend().clock().now(), UsageMarkerType.SUBSCRIPTION_CHANGE_RESET));
        }

        @Test
        @DisplayName("is told apart by dimensions where that is asked for")
        void groups() {
            Instant first = usedIn("eu", 3);
            after(Duration.ofDays(1));
            Instant second = usedIn("us", 4);
            after(Duration.ofDays(1));
            Instant third = usedIn("eu", 5);

            UsageHistoryV2 byRegion = ask(history().groupBy(List.of("region")).build());

            assertThat(byRegion.series())
                    .containsExactlyInAnyOrder(
                            new UsageHistorySeries(
                                    Map.of("region", "eu"),
                                    List.of(
                                            new UsageHistoryPoint(first, 3, false),
                                            new UsageHistoryPoint(third, 8, false))),
                            new UsageHistorySeries(
                                    Map.of("region", "us"), List.of(new UsageHistoryPoint(second, 4, false))));
        }

        @Test
        @DisplayName("is refused for what is not there")
        void refusals() {
            assertThat(refusal(
                            GetUsageHistoryV2.builder("cust-2", CALLS, LONG_AGO).build()))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(GetUsageHistoryV2.builder("cust-1", "feature-nowhere", LONG_AGO)
                            .build()))
                    .isEqualTo(ErrorCode.FEATURE_NOT_FOUND);
            assertThat(refusal(GetUsageHistoryV2.builder("cust-1", "feature-sso", LONG_AGO)
                            .build()))
                    .isEqualTo(ErrorCode.METERING_NOT_AVAILABLE_FOR_FEATURE_TYPE);
            assertThat(refusal(history().resourceId("site-none").build()))
                    .isEqualTo(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND);
        }
    }

    @Nested
    @DisplayName("over time, asked for in the older way")
    class InTheOlderWay {
        @Test
        @DisplayName("is the same")
        void points() {
            Instant first = used(CALLS, 3);
            after(Duration.ofDays(1));
            Instant second = used(CALLS, 4);

            UsageHistory history =
                    ask(GetUsageHistory.builder("cust-1", CALLS, LONG_AGO).build());

            assertThat(history.usageMeasurements())
                    .containsExactly(
                            new UsageMeasurementPoint(first, 3, false), new UsageMeasurementPoint(second, 7, false));
            assertThat(history.startDate()).isEqualTo(LONG_AGO);
            assertThat(history.endDate()).contains(second);
            assertThat(history.markers()).isEmpty();
            assertThat(history.groups()).isEmpty();
        }

        @Test
        @DisplayName("can be counted in other periods")
        void otherPeriods() {
            used(CALLS, 3);
            after(Duration.ofDays(1));
            Instant second = used(CALLS, 4);

            UsageHistory history = ask(GetUsageHistory.builder("cust-1", CALLS, LONG_AGO)
                    .endDate(second)
                    .resetPeriod(ResetPeriod.of(ResetPeriod.Unit.DAY))
                    .build());

            assertThat(history.usageMeasurements()).last().isEqualTo(new UsageMeasurementPoint(second, 4, false));
            assertThat(history.markers())
                    .containsExactly(
                            new UsageMarker(Instant.parse("2025-01-16T00:00:00Z"), UsageMarkerType.PERIODIC_RESET));
        }

        @Test
        @DisplayName("is told as a whole, and by dimensions as well")
        void groups() {
            Instant first = usedIn("eu", 3);
            after(Duration.ofDays(1));
            Instant second = usedIn("us", 4);

            UsageHistory history = ask(GetUsageHistory.builder("cust-1", CALLS, LONG_AGO)
                    .groupBy(List.of("region"))
                    .build());

            assertThat(history.usageMeasurements()).hasSize(2);
            assertThat(history.groups())
                    .containsExactlyInAnyOrder(
                            new GroupUsageHistory(
                                    Map.of("region", "eu"), List.of(new UsageMeasurementPoint(first, 3, false))),
                            new GroupUsageHistory(
                                    Map.of("region", "us"), List.of(new UsageMeasurementPoint(second, 4, false))));
        }

        @Test
        @DisplayName("is refused, not empty, for what is not there")
        void refusals() {
            assertThat(refusal(
                            GetUsageHistory.builder("cust-2", CALLS, LONG_AGO).build()))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(GetUsageHistory.builder("cust-1", CALLS, LONG_AGO)
                            .resourceId("site-none")
                            .build()))
                    .isEqualTo(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND);
        }
    }

    @Nested
    @DisplayName("in credits")
    class InCredits {
        @Test
        @DisplayName("is estimated from what a unit costs and what is left, and not counted")
        void cost() {
            used(TOKENS, 100);

            CreditCostEstimation estimation = ask(EstimateUsageCost.of("cust-1", TOKENS, 150)
                    .withDimension("model", "large")
                    .withDimension("cached", true));

            assertThat(estimation.warnings()).isEmpty();
            assertThat(estimation.estimates()).singleElement().satisfies(estimate -> {
                assertThat(estimate.currencyId()).isEqualTo("cred-ai");
                assertThat(estimate.estimatedCost()).isEqualTo(150);
                assertThat(estimate.currentBalance()).isEqualTo(400);
                assertThat(estimate.balanceAfterEstimate()).isEqualTo(250);
                assertThat(estimate.wouldOverdraft()).isFalse();
                assertThat(estimate.breakdown().get(0).featureId()).isEqualTo(TOKENS);
                assertThat(estimate.breakdown().get(0).cost()).isEqualTo(150);
            });
            assertThat(ask(EstimateUsageCost.of("cust-1", TOKENS, 150))).isEqualTo(estimation);
        }

        @Test
        @DisplayName("says when there is not enough")
        void overdraft() {
            CreditCostEstimation estimation = ask(EstimateUsageCost.of("cust-1", TOKENS, 501));

            assertThat(estimation.estimates().get(0).wouldOverdraft()).isTrue();
            assertThat(estimation.estimates().get(0).balanceAfterEstimate()).isEqualTo(-1);
        }

        @Test
        @DisplayName("costs what is more than before, if it replaces that")
        void replacing() {
            used(TOKENS, 100);

            CreditCostEstimation estimation =
                    ask(EstimateUsageCost.of("cust-1", TOKENS, 150).replacing());

            assertThat(estimation.estimates().get(0).estimatedCost()).isEqualTo(50);
        }

        @Test
        @DisplayName("warns of a feature that is not there or costs nothing, and of resources")
        void warnings() {
            givenCustomer("cust-sites", PlanSelection.of("plan-site-starter").forResource("site-1"));

            assertThat(ask(EstimateUsageCost.of("cust-1", "feature-nowhere", 1)))
                    .isEqualTo(new CreditCostEstimation(List.of(), List.of(EstimationWarning.FEATURE_NOT_FOUND)));
            assertThat(ask(EstimateUsageCost.of("cust-1", CALLS, 1)))
                    .isEqualTo(
                            new CreditCostEstimation(List.of(), List.of(EstimationWarning.FEATURE_NOT_CREDIT_BASED)));
            assertThat(ask(EstimateUsageCost.of("cust-sites", TOKENS, 1)).warnings())
                    .containsExactly(EstimationWarning.RESOURCE_SCOPED_SUBSCRIPTION_EXISTS);
            assertThat(ask(EstimateUsageCost.of("cust-sites", TOKENS, 1).forResource("site-1"))
                            .warnings())
                    .isEmpty();
        }

        @Test
        @DisplayName(
                "is nothing for an event that no feature is counted from, or none that costs credits, with a warning")
        void event() {
            CreditCostEstimation ofNone =
                    ask(EstimateEventCost.of("cust-1", "document-read").withDimension("pages", 3));
            CreditCostEstimation ofFree =
                    ask(EstimateEventCost.of("cust-1", "user_login").withDimension("user_id", "u1"));

            assertThat(ofNone)
                    .isEqualTo(new CreditCostEstimation(List.of(), List.of(EstimationWarning.FEATURE_NOT_FOUND)));
            assertThat(ofFree)
                    .isEqualTo(
                            new CreditCostEstimation(List.of(), List.of(EstimationWarning.FEATURE_NOT_CREDIT_BASED)));
        }

        @Test
        @DisplayName("needs a customer that is there")
        void refusals() {
            assertThat(refusal(EstimateUsageCost.of("cust-2", TOKENS, 1))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
            assertThat(refusal(EstimateEventCost.of("cust-2", "document-read")))
                    .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        }
    }
}
