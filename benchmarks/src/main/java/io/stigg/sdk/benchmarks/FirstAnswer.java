package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Optional;

/** A process whose only purpose is one check: what {@link StartTimes} starts again and again. */
public final class FirstAnswer {
    private FirstAnswer() {}

    /**
     * Checks, and prints how many classes the JVM has loaded by then.
     *
     * @param arguments {@code nothing} for a JVM that makes no client, {@code memory} for a client whose Stigg is in the process,
     *     or the address of a Stigg
     */
    public static void main(String... arguments) {
        Optional<Stigg> stigg = client(arguments[0]);
        boolean isRight = stigg.map(client ->
                        client.getBooleanEntitlement(BooleanQuery.of(StatedAnswer.CUSTOMER, CannedTransport.BOOLEAN)))
                .map(answer -> !answer.isFallback())
                .orElse(true);
        System.out.println((isRight ? "" : "no answer ")
                + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        System.out.flush();
        stigg.ifPresent(Stigg::close);
    }

    private static Optional<Stigg> client(String which) {
        return switch (which) {
            case "nothing" -> Optional.empty();
            case "memory" ->
                Optional.of(Stigg.builder()
                        .transport(clock -> TransportPorts.of(new CannedTransport(), UpdateStream.none()))
                        .cache(MemoryCache.ofCustomers(1_000))
                        .build());
            default ->
                Optional.of(Stigg.builder()
                        .transport(HttpTransport.withApiKey(StatedAnswer.KEY)
                                .baseUri(URI.create(which))
                                .baseEdgeUri(URI.create(which)))
                        .cache(MemoryCache.ofCustomers(1_000))
                        .build());
        };
    }
}
