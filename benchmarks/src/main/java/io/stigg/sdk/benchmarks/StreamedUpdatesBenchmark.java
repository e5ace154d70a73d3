package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Registration;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Two threads that check while a third is told of usage as fast as it can take it, without a network: what a burst of updates costs
 * the checks, and how many there may be. Beside it the same checks with nothing told. Thread-safe once it is set up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init")
public class StreamedUpdatesBenchmark {
    private static final int CUSTOMERS = 1_000;

    private Stigg stigg;
    private UpdateListener told;
    private CustomerScope[] scopes;
    private MeteredQuery[] queries;
    private final Instant start = Instant.now().plus(Duration.ofMinutes(1));
    private long updates;

    /** For JMH. */
    public StreamedUpdatesBenchmark() {}

    /** Makes the client, which holds every customer and follows a stream. */
    @Setup
    public void setUp() {
        stigg = Stigg.builder()
                .transport(clock -> TransportPorts.of(new CannedTransport(), this::open))
                .cache(MemoryCache.ofCustomers(2 * CUSTOMERS))
                .entitlementTtl(Duration.ofHours(12))
                .build();
        scopes = Customers.shuffled(CUSTOMERS).map(CustomerScope::of).toArray(CustomerScope[]::new);
        queries = Customers.shuffled(CUSTOMERS)
                .map(id -> MeteredQuery.of(id, CannedTransport.METERED).requesting(1))
                .toArray(MeteredQuery[]::new);
        for (MeteredQuery query : queries) {
            stigg.getMeteredEntitlement(query);
        }
    }

    private Registration open(UpdateListener listener) {
        told = listener;
        listener.onOpen();
        return () -> {};
    }

    /** Ends the client. */
    @TearDown
    public void tearDown() {
        stigg.close();
    }

    /**
     * Usage that Stigg tells of, newer each time.
     *
     * @param turn whose turn it is
     */
    @Benchmark
    @Group("streamed")
    @GroupThreads(1)
    public void update(Turn turn) {
        updates++;
        Usage newer = new Usage(100 + updates % 800, UsagePeriod.none(), Optional.of(start.plusNanos(updates)));
        told.onUpdate(new UsageReading(
                scopes[turn.next(scopes.length)], EntitlementRef.feature(CannedTransport.METERED), newer));
    }

    /**
     * A check meanwhile.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    @Group("streamed")
    @GroupThreads(2)
    public MeteredEntitlement check(Turn turn) {
        return stigg.getMeteredEntitlement(queries[turn.next(queries.length)]);
    }

    /**
     * For comparison: the checks alone.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    @Group("quiet")
    @GroupThreads(2)
    public MeteredEntitlement checkAlone(Turn turn) {
        return check(turn);
    }
}
