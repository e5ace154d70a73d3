package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.limit;
import static io.stigg.sdk.offline.OfflineEntitlements.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.OptimisticCreditBalance;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that counts usage offline")
class CountedUsageTest {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");

    private final FakeClock clock = FakeClock.at(NOW);
    private final Stigg stigg = OfflineStigg.builder()
            .customer(
                    "cust-1",
                    none().metered("calls", limit(10).used(7))
                            .with(hourly("builds", 5))
                            .with(costing("images", 2, "tokens"))
                            .credits("tokens", limit(100).used(10))
                            .granted("sso"))
            .resource("cust-1", "site-1", none().metered("calls", limit(10)))
            .everybodyElse(none().metered("calls", limit(2)))
            .trackingUsage()
            .clock(clock)
            .build();

    private static FeatureFact metered(
            String featureId, double limit, Optional<ResetPeriod> reset, Optional<CreditRate> rate) {
        return new FeatureFact(
                Feature.of(featureId, FeatureType.NUMBER, MeterType.INCREMENTAL),
                Optional.empty(),
                OptionalDouble.of(limit),
                false,
                false,
                List.of(),
                reset,
                Optional.of(NOW),
                Usage.none(),
                rate,
                Optional.empty());
    }

    private static FeatureFact hourly(String featureId, double limit) {
        return metered(featureId, limit, Optional.of(ResetPeriod.of(ResetPeriod.Unit.HOUR)), Optional.empty());
    }

    private static FeatureFact costing(String featureId, double credits, String currencyId) {
        return metered(featureId, 1_000, Optional.empty(), Optional.of(new CreditRate(credits, currencyId)));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private MeteredEntitlement check(String featureId, double requested) {
        return stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", featureId).requesting(requested));
    }

    @Test
    @DisplayName("adds what is reported to what was used before, so that the limit bites")
    void adds() {
        boolean before = check("calls", 1).hasAccess();

        UsageAck ack = stigg.reportUsage(ReportUsage.of("cust-1", "calls", 3));

        assertThat(before).isTrue();
        assertThat(ack.currentUsage()).hasValue(10);
        assertThat(check("calls", 1).hasAccess()).isFalse();
        assertThat(check("calls", 0).currentUsage()).isEqualTo(10);
    }

    @Test
    @DisplayName("counts for whoever it is reported of, be it a customer, a resource or somebody who is not listed")
    void scopes() {
        stigg.reportUsage(ReportUsage.of("cust-1", "calls", 2).forResource("site-1"));
        stigg.reportUsage(ReportUsage.of("cust-9", "calls", 2));

        assertThat(check("calls", 0).currentUsage()).isEqualTo(7);
        assertThat(stigg.getMeteredEntitlement(
                                MeteredQuery.of("cust-1", "calls").forResource("site-1"))
                        .currentUsage())
                .isEqualTo(2);
        assertThat(stigg.getMeteredEntitlement(
                                MeteredQuery.of("cust-9", "calls").requesting(1))
                        .hasAccess())
                .isFalse();
        assertThat(stigg.getMeteredEntitlement(
                                MeteredQuery.of("cust-8", "calls").requesting(1))
                        .hasAccess())
                .isTrue();
    }

    @Test
    @DisplayName("replaces usage where the report says so, and never goes below 0")
    void replaces() {
        stigg.reportUsage(ReportUsage.of("cust-1", "calls", 4).replacing());
        double replaced = check("calls", 0).currentUsage();

        stigg.reportUsage(ReportUsage.of("cust-1", "calls", -9));

        assertThat(replaced).isEqualTo(4);
        assertThat(check("calls", 0).currentUsage()).isZero();
    }

    @Test
    @DisplayName("counts a report once, however often it is sent")
    void once() {
        ReportUsage report = ReportUsage.of("cust-1", "calls", 1);

        UsageAck first = stigg.reportUsage(report);
        UsageAck again = stigg.reportUsage(report);

        assertThat(again).isEqualTo(first);
        assertThat(check("calls", 0).currentUsage()).isEqualTo(8);
    }

    @Test
    @DisplayName("counts every report of many threads")
    void threads() {
        IntStream.range(0, 400).parallel().forEach(i -> stigg.reportUsage(ReportUsage.of("cust-1", "images", 0.1)));

        assertThat(check("images", 0).currentUsage()).isCloseTo(40, within(1e-9));
    }

    @Test
    @DisplayName("starts again from 0 in the next period")
    void resets() {
        stigg.reportUsage(ReportUsage.of("cust-1", "builds", 5));
        boolean spent = check("builds", 1).hasAccess();

        clock.advance(Duration.ofHours(1));
        boolean renewed = check("builds", 1).hasAccess();
        UsageAck ack = stigg.reportUsage(ReportUsage.of("cust-1", "builds", 2));

        assertThat(spent).isFalse();
        assertThat(renewed).isTrue();
        assertThat(ack.currentUsage()).hasValue(2);
        assertThat(ack.usagePeriod()).isEqualTo(UsagePeriod.between(NOW.plusSeconds(3600), NOW.plusSeconds(7200)));
    }

    @Test
    @DisplayName("counts nothing of what is not stated, and acknowledges it all the same")
    void notStated() {
        UsageAck ack = stigg.reportUsage(ReportUsage.of("cust-1", "whatever", 5));
        UsageAck onOrOff = stigg.reportUsage(ReportUsage.of("cust-1", "sso", 5));

        assertThat(ack.currentUsage()).isEmpty();
        assertThat(onOrOff.currentUsage()).isEmpty();
        assertThat(stigg.getEntitlements(CustomerScope.of("cust-1"))).hasSize(5);
    }

    @Test
    @DisplayName("takes consumed credits off the balance")
    void credits() {
        CreditConsumption consumption = stigg.consumeCredits(ConsumeCredits.of("cust-1", "tokens", 30));

        assertThat(consumption.credit())
                .map(OptimisticCreditBalance::currentUsage)
                .contains(40.0);
        assertThat(remaining()).isEqualTo(60);
    }

    @Test
    @DisplayName("takes credits off that nobody waits for")
    void creditsAsync() {
        stigg.consumeCreditsAsync(
                List.of(ConsumeCredits.of("cust-1", "tokens", 5), ConsumeCredits.of("cust-1", "tokens", 6)));

        assertThat(remaining()).isEqualTo(79);
    }

    @Test
    @DisplayName("takes the credits off that usage costs")
    void cost() {
        remaining();

        UsageAck ack = stigg.reportUsage(ReportUsage.of("cust-1", "images", 4));

        assertThat(ack.credit()).map(UsageAck.Credit::consumed).contains(8.0);
        assertThat(remaining()).isEqualTo(82);
        assertThat(check("images", 42).hasAccess()).isFalse();
        assertThat(check("images", 41).hasAccess()).isTrue();
    }

    private double remaining() {
        return stigg.getCreditEntitlement(CreditQuery.of("cust-1", "tokens")).remaining();
    }
}
