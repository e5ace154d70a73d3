package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Offline, of all that can be asked of Stigg,")
class OfflineOperationsTest {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    /** Everything that is answered; whatever else there is is refused. */
    private static final Map<Class<?>, StiggRequest<?>> ANSWERED = Stream.<StiggRequest<?>>of(
                    new GetSdkConfiguration(),
                    new GetEntitlementsState(CUST_1, Freshness.NEAREST),
                    ReportUsage.of("cust-1", "calls", 1),
                    new ReportUsageBulk(List.of(ReportUsage.of("cust-1", "calls", 1))),
                    new ReportEvent(List.of(UsageEvent.of("cust-1", "call").at(NOW))),
                    ConsumeCredits.of("cust-1", "tokens", 1),
                    new ConsumeCreditsAsync(List.of(ConsumeCredits.of("cust-1", "tokens", 1))),
                    EstimateEventCost.of("cust-1", "call"),
                    EstimateUsageCost.of("cust-1", "calls", 1))
            .collect(Collectors.toMap(StiggRequest::getClass, Function.identity()));

    private final Stigg stigg = OfflineStigg.builder()
            .customer("cust-1", granting("sso"))
            .clock(FakeClock.at(NOW))
            .build();

    @AfterEach
    void close() {
        stigg.close();
    }

    private <R> R ask(StiggRequest<R> request) {
        return stigg.sendAsync(request).orTimeout(10, TimeUnit.SECONDS).join();
    }

    static Stream<Class<?>> answered() {
        return ANSWERED.keySet().stream();
    }

    static Stream<Class<?>> refused() {
        return kinds(StiggRequest.class).filter(Predicate.not(ANSWERED::containsKey));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OfflineOperationsTest::kinds)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("these are answered at once")
    void answered(Class<?> kind) {
        assertThat(stigg.sendAsync(ANSWERED.get(kind))).isCompleted();
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("everything else is refused at once, with an error that says what is not available")
    void refused(Class<?> kind) {
        StiggRequest<?> request = (StiggRequest<?>) mock(
                kind,
                call -> call.getMethod().getReturnType() == CustomerScope.class
                        ? CUST_1
                        : RETURNS_DEFAULTS.answer(call));

        assertThatThrownBy(() -> ask(request))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(StiggOfflineException.class)
                .hasMessage(kind.getSimpleName() + " is not available offline");
    }

    @Test
    @DisplayName("a write throws what the method of its name throws, and is not worth another try")
    void write() {
        assertThatExceptionOfType(StiggOfflineException.class)
                .isThrownBy(() -> stigg.customers().provision(ProvisionCustomer.of("cust-1")))
                .satisfies(refusal -> {
                    assertThat(refusal.operation()).isEqualTo("ProvisionCustomer");
                    assertThat(refusal.isRetryable()).isFalse();
                });
    }

    @Test
    @DisplayName("the entitlements are what is stated")
    void entitlements() {
        EntitlementSnapshot snapshot = ask(new GetEntitlementsState(CUST_1, Freshness.LATEST));

        assertThat(snapshot.entitlements()).isEqualTo(granting("sso").facts());
        assertThat(stigg.reloadEntitlements(CUST_1).entitlements()).hasSize(1);
    }

    @Test
    @DisplayName("usage is acknowledged, each time by another id, and nothing is said of how much there is by now")
    void usage() {
        UsageAck first = stigg.reportUsage(ReportUsage.of("cust-1", "calls", 1));
        UsageAck second = stigg.reportUsage(ReportUsage.of("cust-1", "calls", 1));

        assertThat(first.measurementId()).isNotBlank().isNotEqualTo(second.measurementId());
        assertThat(first.scope()).isEqualTo(CUST_1);
        assertThat(first.featureId()).isEqualTo("calls");
        assertThat(first.currentUsage()).isEmpty();
        assertThat(first.timestamp()).contains(NOW);
    }

    @Test
    @DisplayName("usage is acknowledged in bulk, one by one")
    void bulk() {
        List<UsageAck> acks = stigg.reportUsageBulk(
                List.of(ReportUsage.of("cust-1", "calls", 1), ReportUsage.of("cust-2", "seats", 1)));

        assertThat(acks).extracting(UsageAck::featureId).containsExactly("calls", "seats");
    }

    @Test
    @DisplayName("usage counts nothing, unless that is asked for")
    void countsNothing() {
        try (Stigg counting = OfflineStigg.builder()
                .customer("cust-1", OfflineEntitlements.none().metered("calls", OfflineEntitlements.limit(1)))
                .build()) {
            counting.reportUsage(ReportUsage.of("cust-1", "calls", 5));

            assertThat(counting.getMeteredEntitlement(
                                    MeteredQuery.of("cust-1", "calls").requesting(1))
                            .hasAccess())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("consumed credits are acknowledged, and nothing is said of the balance")
    void credits() {
        CreditConsumption consumption = stigg.consumeCredits(ConsumeCredits.of("cust-1", "tokens", 3));

        assertThat(consumption).isEqualTo(new CreditConsumption(CUST_1, "tokens", 3, NOW, Optional.empty()));
    }

    @Test
    @DisplayName("costs are not known, which is no error")
    void costs() {
        CreditCostEstimation estimation = ask(EstimateUsageCost.of("cust-1", "calls", 1));

        assertThat(estimation).isEqualTo(new CreditCostEstimation(List.of(), List.of()));
    }

    @Test
    @DisplayName("the configuration asks for nothing")
    void configuration() {
        assertThat(ask(new GetSdkConfiguration())).isEqualTo(new SdkConfiguration(false));
    }

    @Test
    @DisplayName("published events are taken, and delivered to nowhere")
    void published() {
        stigg.usage().publisher().publish(UsageEvent.of("cust-1", "call"));

        var report = stigg.usage().publisher().flush(Duration.ofSeconds(10));

        assertThat(report.left()).isZero();
    }
}
