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
import java.time.Duration;
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
    private static final int[] CUSTOMERS = {1, 10_000, 100_000};
    private static final int MOST = 100_000;
    private static final int MANY_MORE = 150_000;

    private HeapPerCustomer() {}

    /**
     * Prints a table.
     *
     * @param arguments none
     * @throws IOException if no emulator can be asked
     * @throws InterruptedException if it is interrupted
     * @throws JMException if the JVM does not tell of its heap
     */
    public static void main(String... arguments) throws IOException, InterruptedException, JMException {
        StatedAnswer answer = StatedAnswer.ofFeatures(FEATURES);
        System.out.println("customers asked for   heap MB   KB each   (the cache is bounded at 100,000 customers)");
        for (int customers : CUSTOMERS) {
            print(customers, customers, heap(answer, customers));
        }
        print(MANY_MORE, MOST, heap(answer, MANY_MORE));
    }

    private static void print(int asked, int held, long bytes) {
        System.out.printf(Locale.ROOT, "%15d %13.1f %9.2f%n", asked, bytes / 1024.0 / 1024, bytes / 1024.0 / held);
    }

    private static long heap(StatedAnswer answer, int customers) throws JMException {
        try (Stigg stigg = Stigg.builder()
                .transport(clock -> TransportPorts.of(new Decoding(answer), UpdateStream.none()))
                .cache(MemoryCache.ofCustomers(MOST).withinBytes(4L << 30))
                .entitlementTtl(Duration.ofHours(12))
                .build()) {
            ask(stigg, "somebody");
            long before = liveBytes();
            for (int i = 0; i < customers; i++) {
                ask(stigg, "customer-" + i);
            }
            return liveBytes() - before;
        }
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
