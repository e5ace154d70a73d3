package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.error.StiggBulkException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.CurrencyEstimate;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.FlushReport;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.PublisherStatistics;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The snippets about usage")
class UsageSnippetsTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final Stigg stigg = backend.newClient();
    private final List<ReportUsage> later = new ArrayList<>();
    private final List<UsageEvent> support = new ArrayList<>();
    private final Map<String, Long> gauges = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    UsageSnippetsTest() {
        stigg.customers().provision(ProvisionCustomer.of("customer-acme").subscribedTo(PlanSelection.of("plan-pro")));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private void retryLater(List<ReportUsage> reports, StiggException reason) {
        assertThat(reason).isNotNull();
        later.addAll(reports);
    }

    private void keepForSupport(UsageEvent event, Optional<StiggException> reason) {
        assertThat(reason).isPresent();
        support.add(event);
    }

    private void gauge(String name, long value) {
        gauges.put(name, value);
    }

    private void warn(String text, Optional<StiggException> reason) {
        assertThat(reason).isPresent();
        warnings.add(text);
    }

    @Test
    @DisplayName("report many numbers, and hand back those that are refused")
    void bulk() {
        Map<String, Integer> seats = Map.of("customer-acme", 3, "customer-unknown", 5);

        List<ReportUsage> nightly = seats.entrySet().stream()
                .map(count -> ReportUsage.of(count.getKey(), "feature-seats", count.getValue())
                        .replacing())
                .toList();
        try {
            stigg.reportUsageBulk(nightly);
        } catch (StiggBulkException failure) {
            retryLater(failure.notAccepted(ReportUsage.class), failure.reason());
        }
        assertThat(later)
                .singleElement()
                .satisfies(report -> assertThat(report.scope()).hasToString("customer-unknown"));
        assertThat(backend.measurements("customer-acme")).hasSize(1);
    }

    @Test
    @DisplayName("publish an event, flush, and count")
    void publish() {
        EventPublisher events = stigg.usage().publisher();
        events.publish(UsageEvent.of("customer-acme", "user_login").withDimension("user_id", "user-7"));
        FlushReport report = stigg.usage().publisher().flush(Duration.ofSeconds(5));
        if (!report.isComplete()) {
            warn(report.left() + " events are left", report.reason());
        }
        PublisherStatistics statistics = stigg.usage().publisher().statistics();
        gauge("stigg.events.waiting", statistics.waiting());
        statistics.oldestAge().ifPresent(age -> gauge("stigg.events.oldest.seconds", age.toSeconds()));
        assertThat(backend.events()).hasSize(1);
        assertThat(gauges).containsOnly(Map.entry("stigg.events.waiting", 0L));
        assertThat(warnings).isEmpty();
    }

    @Test
    @DisplayName("keep events in files")
    void options(@TempDir Path directory) {
        TransportFactory transport = backend.transport();
        Stigg stigg = Stigg.builder()
                .transport(transport)
                .cache(MemoryCache.ofCustomers(100_000))
                .eventOutbox(FileOutbox.in(directory).ofBytes(512L << 20))
                .eventPublisher(PublisherOptions.defaults()
                        .withLinger(Duration.ofMillis(500))
                        .withWhenFull(WhenFull.block(Duration.ofMillis(50)))
                        .onUndelivered(lost -> keepForSupport(lost.event(), lost.reason())))
                .build();
        stigg.usage().publisher().publish(UsageEvent.of("customer-acme", "user_login"));
        stigg.close();

        assertThat(backend.events()).hasSize(1);
        assertThat(support).isEmpty();
    }

    @Test
    @DisplayName("consume credits that are there")
    void credits() {
        CreditCostEstimation cost =
                stigg.usage().estimateUsageCost(EstimateUsageCost.of("customer-acme", "feature-ai-tokens", 120));
        if (cost.estimates().stream().noneMatch(CurrencyEstimate::wouldOverdraft)) {
            stigg.consumeCredits(ConsumeCredits.of("customer-acme", "cred-ai", 120));
        }
        assertThat(stigg.getCreditEntitlement(CreditQuery.of("customer-acme", "cred-ai"))
                        .remaining())
                .isEqualTo(380);
    }
}
