package io.stigg.sdk.examples;

import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.outbox.FileOutbox;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.Meter;
import io.stigg.sdk.usage.UsageEvent;
import io.stigg.sdk.usage.publisher.PublisherOptions;
import io.stigg.sdk.usage.publisher.PublisherStatistics;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web API that is sold by the request. Each request is checked against the cache, answered, and published as an event from
 * which Stigg counts; what Stigg has counted comes back over the stream, so that the limit holds. Thread-safe.
 */
public final class MeteredApi implements AutoCloseable {
    private static final String API_KEY = "metered-api-key";
    private static final String REQUESTS = "feature-requests";
    private static final int LIMIT = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stigg stigg;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    MeteredApi(Stigg stigg) throws IOException {
        this.stigg = stigg;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/quotes", this::answer);
        server.start();
    }

    /** Where it answers. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/quotes");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String customer = exchange.getRequestHeaders().getFirst("X-Customer");
        if (customer == null || customer.isBlank()) {
            send(exchange, 401, "Who are you?");
            return;
        }
        MeteredEntitlement requests =
                stigg.getMeteredEntitlement(MeteredQuery.of(customer, REQUESTS).requesting(1));
        if (!requests.hasAccess()) {
            send(
                    exchange,
                    429,
                    "No more requests: " + requests.accessDeniedReason().orElseThrow());
            return;
        }
        stigg.usage()
                .publisher()
                .publish(UsageEvent.of(customer, "request")
                        .withDimension("path", exchange.getRequestURI().getPath()));
        send(exchange, 200, "Simplicity is prerequisite for reliability.");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the machine does not let it
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        run(System.out, Files.createTempDirectory("metered-api"));
    }

    /** Runs the example and tells what happens. */
    static void run(PrintStream out, Path directory) throws IOException, InterruptedException {
        try (SdkClock clock = SdkClock.system()) {
            run(out, directory, StiggBackend.of(catalog(), clock));
        }
    }

    private static void run(PrintStream out, Path directory, StiggBackend backend)
            throws IOException, InterruptedException {
        try (StiggEmulator emulator =
                        StiggEmulator.serving(backend).apiKey(API_KEY).start();
                Stigg stigg = client(emulator, directory);
                MeteredApi api = new MeteredApi(stigg)) {
            stigg.awaitReady(PATIENCE);
            stigg.customers().provision(ProvisionCustomer.of("acme").subscribedTo(PlanSelection.of("plan-free")));
            out.println("A metered API answers at " + api.uri() + "; a customer has " + LIMIT + " requests.");
            for (int number = 1; number <= LIMIT + 1; number++) {
                HttpResponse<String> answer = get(api.uri(), "acme");
                out.println("Request " + number + ": " + answer.statusCode() + " " + answer.body());
                out.println("  Left undelivered: "
                        + stigg.usage().publisher().flush(PATIENCE).left());
                untilCounted(stigg, Math.min(number, LIMIT));
            }
            PublisherStatistics statistics = stigg.usage().publisher().statistics();
            out.println("Published " + statistics.accepted() + " events, delivered " + statistics.delivered() + ".");
        }
    }

    private static Catalog catalog() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-quotes");
        catalog.counter(REQUESTS).fedByEvents(Meter.counting("request"));
        catalog.plan("plan-free").free().meters(REQUESTS, LIMIT, everyMonth());
        return catalog.build();
    }

    private static Stigg client(StiggEmulator emulator, Path directory) {
        return Stigg.builder()
                .transport(HttpTransport.withApiKey(API_KEY)
                        .baseUri(emulator.uri())
                        .baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(10_000))
                .eventOutbox(FileOutbox.in(directory.resolve("outbox")))
                .eventPublisher(PublisherOptions.defaults().withLinger(Duration.ofMillis(100)))
                .build();
    }

    private static HttpResponse<String> get(URI uri, String customer) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("X-Customer", Objects.requireNonNull(customer))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** An API does not wait for its own usage to come back; whoever tells a story does. */
    private static void untilCounted(Stigg stigg, int requests) throws InterruptedException {
        for (int round = 0; round < 1_000 && used(stigg) < requests; round++) {
            Thread.sleep(10);
        }
    }

    private static double used(Stigg stigg) {
        return stigg.getMeteredEntitlement(MeteredQuery.of("acme", REQUESTS)).currentUsage();
    }
}
