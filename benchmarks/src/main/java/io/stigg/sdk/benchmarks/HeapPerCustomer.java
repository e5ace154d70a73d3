package io.stigg.sdk.benchmarks;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a cached customer of fifty features takes of the heap: the sum of all live objects, by the JVM's own histogram, with so many
 * customers less that with none. Their entitlements are read from what Stigg answers, each anew, as in production.
 */
public final class HeapPerCustomer {
    private static final int FEATURES = 50;
    private static final int[] CUSTOMERS = {
        1, 10_000, 20_000, 40_000, 60_000, 80_000, 100_000, 110_000, 130_000, 150_000
    };
    private static final int MOST = 100_000;

    private HeapPerCustomer() {}

    /**
     * Asks for more and more customers, and prints a table of the heap that they take.
     *
     * @param arguments the file for the same table as numbers with commas, from which {@code docs/pictures/Chart.java} draws
     * @throws IOException if no emulator can be asked, or the file cannot be written
     * @throws InterruptedException if it is interrupted
     * @throws JMException if the JVM does not tell of its heap
     */
    public static void main(String... arguments) throws IOException, InterruptedException, JMException {
        Path table = Path.of(arguments[0]);
        List<String> numbers = new ArrayList<>(List.of("customers asked for,heap bytes"));
        System.out.println("customers asked for   heap MB   KB each   (the cache is bounded at 100,000 customers)");
        try (Stigg stigg = client(StatedAnswer.ofFeatures(FEATURES))) {
            ask(stigg, "somebody");
            long before = liveBytes();
            int asked = 0;
            for (int customers : CUSTOMERS) {
                for (; asked < customers; asked++) {
                    ask(stigg, "customer-" + asked);
                }
                long bytes = liveBytes() - before;
                print(customers, bytes);
                numbers.add(customers + "," + bytes);
            }
        }
        Files.write(table, numbers);
    }

    private static void print(int customers, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "%19d %9.1f %9.2f%n",
                customers,
                bytes / 1024.0 / 1024,
                bytes / 1024.0 / Math.min(customers, MOST));
    }

    private static Stigg client(StatedAnswer answer) {
        return Stigg.builder()
                .transport(clock -> TransportPorts.of(new Decoding(answer), UpdateStream.none()))
                .cache(MemoryCache.ofCustomers(MOST).withinBytes(4L << 30))
                .entitlementTtl(Duration.ofHours(12))
                .build();
    }

    private static void ask(Stigg stigg, String customerId) {
        if (!stigg.getBooleanEntitlement(BooleanQuery.of(customerId, "feature-number-0"))
                .hasAccess()) {
            throw new IllegalStateException("nothing is known of " + customerId);
        }
    }

    /** The last line of the histogram has the sums, which a full collection precedes. */
    private static long liveBytes() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        String[] total = histogram.strip().replaceAll("(?s).*\n", "").trim().split("\\s+", -1);
        return Long.parseLong(total[2]);
    }

    /** Reads the answer anew for each customer. Thread-safe. */
    private record Decoding(StatedAnswer answer) implements ApiTransport {
        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> send(StiggRequest<R> request) {
            if (request instanceof GetSdkConfiguration) {
                return (CompletionStage<R>) CompletableFuture.completedFuture(new SdkConfiguration(false));
            }
            return request instanceof GetEntitlementsState get
                    ? (CompletionStage<R>) CompletableFuture.completedFuture(
                            answer.decoded(get.scope().customerId()))
                    : CompletableFuture.failedFuture(new UnsupportedOperationException(request.toString()));
        }

        @Override
        public void close() {}
    }
}
