package io.stigg.sdk;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.OptimisticCreditBalance;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggBulkException;
import io.stigg.sdk.error.StiggNotFoundException;
import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.outbox.MemoryOutbox;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.PublisherStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that reports")
class ReportingTest extends ClientTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Acknowledges everything; usage of calls as what has been reported so far. */
    private CompletionStage<?> acknowledge(StiggRequest<?> request) {
        if (request instanceof ReportUsageBulk bulk) {
            return CompletableFuture.completedFuture(
                    bulk.usages().stream().map(ReportingTest::ack).toList());
        } else if (request instanceof ConsumeCredits consumption) {
            return CompletableFuture.completedFuture(consumed(consumption));
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static UsageAck ack(ReportUsage report) {
        return new UsageAck(
                "m-" + report.idempotencyKey(),
                report.scope(),
                report.featureId(),
                OptionalDouble.of(60 + report.value()),
                UsagePeriod.none(),
                Optional.of(T0.plusSeconds((long) report.value())),
                Optional.empty());
    }

    private static CreditConsumption consumed(ConsumeCredits consumption) {
        return new CreditConsumption(
                consumption.scope(),
                consumption.currencyId(),
                consumption.amount(),
                T0.plusSeconds(1),
                Optional.of(new OptimisticCreditBalance(
                        consumption.currencyId(),
                        120 + consumption.amount(),
                        500,
                        Optional.empty(),
                        T0.plusSeconds(1))));
    }

    private static StiggApiException refusal(String code) {
        return StiggApiException.of(
                "ReportEvent", 200, List.of(new ApiError("no", Optional.of(code), Optional.empty(), Map.of())));
    }

    private void checkedBefore() {
        transport.serve(scope -> now(scope, metered("calls", 100, 60), wallet("ai", 500, 120, false)));
        stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
        transport.script = this::acknowledge;
        transport.requests.clear();
    }

    private <T extends StiggRequest<?>> Stream<T> sent(Class<T> type) {
        return transport.requests.stream().filter(type::isInstance).map(type::cast);
    }

    @Test
    @DisplayName("any number of measurements sends a hundred at a time, and counts them in its next check")
    void bulk() {
        checkedBefore();

        List<UsageAck> acks = stigg.reportUsageBulk(IntStream.rangeClosed(1, 250)
                .mapToObj(number -> ReportUsage.of("acme", "calls", number).withIdempotencyKey("key-" + number))
                .toList());

        assertThat(acks)
                .extracting(UsageAck::measurementId)
                .hasSize(250)
                .startsWith("m-key-1")
                .endsWith("m-key-250");
        assertThat(sent(ReportUsageBulk.class).map(bulk -> bulk.usages().size()))
                .containsExactly(100, 100, 50);
        assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls")).currentUsage())
                .isEqualTo(310);
    }

    @Test
    @DisplayName("consumed credits sees the balance that Stigg takes to be left in its next check")
    void consumption() {
        checkedBefore();

        CreditConsumption consumption = stigg.consumeCredits(ConsumeCredits.of("acme", "ai", 80));

        assertThat(consumption.amount()).isEqualTo(80);
        assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                .isEqualTo(300);
    }

    @Test
    @DisplayName("many consumptions sends a thousand at a time")
    void consumptions() {
        transport.script = this::acknowledge;

        stigg.consumeCreditsAsync(IntStream.range(0, 1_001)
                .mapToObj(number -> ConsumeCredits.of("acme", "ai", 1))
                .toList());

        assertThat(sent(ConsumeCreditsAsync.class)
                        .map(request -> request.consumptions().size()))
                .containsExactly(1_000, 1);
    }

    @Test
    @DisplayName("events sends a thousand at a time, each with its time")
    void events() {
        transport.script = this::acknowledge;

        stigg.reportEvent(IntStream.range(0, 1_001)
                .mapToObj(number -> UsageEvent.of("acme", "call"))
                .toList());

        assertThat(sent(ReportEvent.class).map(request -> request.events().size()))
                .containsExactly(1_000, 1);
        assertThat(sent(ReportEvent.class).flatMap(request -> request.events().stream()))
                .allSatisfy(event -> assertThat(event.timestamp()).contains(clock.now()));
    }

    @Test
    @DisplayName(
            "an event that is not accepted hands it back with its time, so that it counts once when it is sent again")
    void handsBack() {
        transport.fail(DOWN);
        UsageEvent event = UsageEvent.of("acme", "call");

        StiggBulkException failure = catchThrowableOfType(StiggBulkException.class, () -> stigg.reportEvent(event));

        assertThat(failure.reason()).isEqualTo(DOWN);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.notAccepted(UsageEvent.class)).containsExactly(event.at(clock.now()));
    }

    @Test
    @DisplayName("tells which of many are refused by what code, and that the others are accepted")
    void typed() {
        transport.script = request -> request instanceof ReportUsageBulk bulk
                        && bulk.usages().stream()
                                .anyMatch(usage -> usage.featureId().equals("nope"))
                ? CompletableFuture.failedFuture(refusal("FeatureNotFound"))
                : acknowledge(request);

        StiggBulkException failure = catchThrowableOfType(
                StiggBulkException.class,
                () -> stigg.reportUsageBulk(List.of(
                        ReportUsage.of("acme", "calls", 1),
                        ReportUsage.of("acme", "nope", 1),
                        ReportUsage.of("acme", "calls", 1))));

        assertThat(failure.failures()).containsOnlyKeys(1);
        assertThat(failure.failures().get(1)).isInstanceOf(StiggNotFoundException.class);
        assertThat(failure.accepted()).isEqualTo(2);
    }

    @Test
    @DisplayName("does not block in its asynchronous view")
    void async() {
        transport.script = request -> new CompletableFuture<>();
        AsyncStigg async = stigg.async();

        assertThat(async.reportUsageBulk(List.of(ReportUsage.of("acme", "calls", 1))))
                .isNotDone();
        assertThat(async.reportEvent(List.of(UsageEvent.of("acme", "call")))).isNotDone();
        assertThat(async.consumeCredits(ConsumeCredits.of("acme", "ai", 1))).isNotDone();
        assertThat(async.consumeCreditsAsync(List.of(ConsumeCredits.of("acme", "ai", 1))))
                .isNotDone();
    }

    @Test
    @DisplayName("publishes events behind the caller's back, and delivers what is left before it ends")
    void publishes() {
        transport.script = this::acknowledge;
        EventPublisher publisher = stigg.usage().publisher();

        publisher.publish(UsageEvent.of("acme", "call"));
        stigg.close();

        assertThat(sent(ReportEvent.class)).hasSize(1);
        assertThat(publisher.statistics()).returns(1L, PublisherStatistics::delivered);
        assertThatThrownBy(() -> publisher.publish(UsageEvent.of("acme", "call")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    @DisplayName("publishes as its options and its outbox say")
    void options() {
        configure(Stigg.builder()
                .eventOutbox(MemoryOutbox.ofEvents(3))
                .eventPublisher(PublisherOptions.defaults().withLinger(Duration.ofMinutes(1))));
        transport.script = this::acknowledge;
        EventPublisher publisher = stigg.usage().publisher();

        IntStream.range(0, 3).forEach(number -> publisher.publish(UsageEvent.of("acme", "call")));

        assertThatThrownBy(() -> publisher.publish(UsageEvent.of("acme", "call")))
                .isInstanceOf(StiggOutboxException.class);
        assertThat(stigg.usage().publisher()).isSameAs(publisher);
        assertThat(publisher.flush(LONG).isComplete()).isTrue();
    }

    @Test
    @DisplayName("is not made, and leaves nothing behind, if its outbox cannot be opened")
    void noOutbox() {
        StiggBuilder builder = Stigg.builder().adapters(adapters(false)).eventOutbox(any -> {
            throw StiggOutboxException.unusable("no such place", null);
        });

        assertThatThrownBy(builder::build)
                .isInstanceOf(StiggOutboxException.class)
                .hasMessage("no such place");
        assertThat(transport.closed).isTrue();
    }
}
