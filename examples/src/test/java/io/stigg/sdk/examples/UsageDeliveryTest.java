package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggBulkException;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.EventPublisher;
import io.stigg.sdk.usage.publisher.FlushReport;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.UndeliveredEvent;
import io.stigg.sdk.usage.publisher.WhenFull;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is reported")
class UsageDeliveryTest {
    private static final String KEY = "delivery-key";
    private static final String CUSTOMER = "cust-1";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final long seed = System.nanoTime();
    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey(KEY).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    static StiggBuilder client(URI uri) {
        return Stigg.builder()
                .transport(HttpTransport.withApiKey(KEY).baseUri(uri).withoutEdge())
                .cache(MemoryCache.ofCustomers(100))
                .withoutLiveUpdates();
    }

    private void givenCustomer() {
        try (Stigg stigg = client(emulator.uri()).build()) {
            stigg.customers().provision(ProvisionCustomer.of(CUSTOMER).subscribedTo(PlanSelection.of("plan-pro")));
        }
    }

    @Test
    @DisplayName(
            "counts exactly once, 100,000 events of them, while connections are cut before, during and after requests")
    void events() throws IOException {
        givenCustomer();
        List<UndeliveredEvent> undelivered = new CopyOnWriteArrayList<>();
        FlushReport report;
        int cuts;
        try (CuttingProxy proxy = new CuttingProxy(emulator.uri(), 1_000_000, seed);
                Stigg stigg = client(proxy.uri())
                        .eventPublisher(PublisherOptions.defaults()
                                .withWhenFull(WhenFull.block(LONG))
                                .onUndelivered(undelivered::add))
                        .build()) {
            EventPublisher publisher = stigg.usage().publisher();
            List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> IntStream.range(0, 25_000)
                            .forEach(number -> publisher.publish(login("user-" + thread + "-" + number)))))
                    .toList();
            threads.forEach(CompletableFuture::join);
            report = publisher.flush(LONG);
            cuts = proxy.cuts();
        }

        assertThat(report.isComplete()).as("seed %d, %s", seed, report).isTrue();
        assertThat(undelivered).isEmpty();
        assertThat(cuts).as("seed %d", seed).isGreaterThan(5);
        assertThat(backend.events()).hasSize(100_000);
        assertThat(backend.entitlement(MeteredQuery.of(CUSTOMER, "feature-mau"))
                        .fact()
                        .orElseThrow()
                        .usage()
                        .currentUsage())
                .isEqualTo(100_000);
    }

    private static UsageEvent login(String user) {
        return UsageEvent.of(CUSTOMER, "user_login").withDimension("user_id", user);
    }

    @Test
    @DisplayName("counts exactly once, 10,000 measurements of them, while connections are cut")
    void measurements() throws IOException {
        givenCustomer();
        List<ReportUsage> reports = IntStream.range(0, 10_000)
                .mapToObj(number -> ReportUsage.of(CUSTOMER, "feature-api-calls", 1))
                .toList();

        int cuts;
        try (CuttingProxy proxy = new CuttingProxy(emulator.uri(), 150_000, seed);
                Stigg stigg = client(proxy.uri()).build()) {
            List<ReportUsage> left = reports;
            while (!left.isEmpty()) {
                left = notAccepted(stigg, left);
            }
            cuts = proxy.cuts();
        }

        assertThat(cuts).as("seed %d", seed).isGreaterThan(5);
        assertThat(backend.measurements(CUSTOMER)).hasSize(10_000);
        assertThat(backend.entitlement(MeteredQuery.of(CUSTOMER, "feature-api-calls"))
                        .fact()
                        .orElseThrow()
                        .usage()
                        .currentUsage())
                .isEqualTo(10_000);
    }

    private static List<ReportUsage> notAccepted(Stigg stigg, List<ReportUsage> reports) {
        try {
            stigg.reportUsageBulk(reports);
            return List.of();
        } catch (StiggBulkException failure) {
            return failure.notAccepted(ReportUsage.class);
        }
    }

    @Test
    @DisplayName(
            "outlives the process: what was accepted before a kill is delivered after the restart, and counts once")
    void kills(@TempDir Path directory) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Path accepted = directory.resolve("accepted");
        for (int run = 0; run < 5; run++) {
            Process process = start(directory, accepted, run);
            long before = size(accepted);
            while (size(accepted) == before && process.isAlive()) {
                Thread.onSpinWait();
            }
            boolean hasEnded = process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            assertThat(hasEnded).as("the process ended by itself").isFalse();
            process.destroyForcibly().waitFor();
        }

        FlushReport report;
        try (Stigg stigg = client(emulator.uri())
                .eventOutbox(FileOutbox.in(directory.resolve("outbox")))
                .build()) {
            report = stigg.usage().publisher().flush(LONG);
        }

        assertThat(report.isComplete()).as("seed %d, %s", seed, report).isTrue();
        List<String> counted =
                backend.events().stream().map(UsageEvent::idempotencyKey).toList();
        assertThat(counted).doesNotHaveDuplicates();
        Set<String> missing = new HashSet<>(acceptedKeys(accepted));
        assertThat(missing).as("seed %d", seed).hasSizeGreaterThan(1_000);
        missing.removeAll(new HashSet<>(counted));
        assertThat(missing).as("seed %d", seed).isEmpty();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Process start(Path directory, Path accepted, int run) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PublishingProcess.class.getName(),
                        emulator.uri().toString(),
                        directory.resolve("outbox").toString(),
                        accepted.toString(),
                        String.valueOf(run))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output-" + run).toFile())
                .start();
    }

    /** What the process was told to be accepted, it has written down; the last may be cut short. */
    private static List<String> acceptedKeys(Path accepted) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(accepted));
        List<String> keys = new ArrayList<>();
        while (bytes.remaining() >= Long.BYTES) {
            keys.add(PublishingProcess.key(bytes.getInt(), bytes.getInt()));
        }
        return keys;
    }
}
