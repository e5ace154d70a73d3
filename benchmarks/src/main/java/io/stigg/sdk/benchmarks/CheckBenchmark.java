package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Checks of one hot customer, or of 10,000 in random order, each answered from the cache of a client as applications
 * build it. Thread-safe once it is set up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@SuppressWarnings("NullAway.Init")
public class CheckBenchmark {
    private static final int ROUNDS_OF_EACH_KIND = 20_000;

    /** How many customers take turns. */
    @Param({"1", "10000"})
    public int customers;

    private Stigg stigg;
    private String[] ids;
    private BooleanQuery[] booleans;
    private NumericQuery[] numerics;
    private MeteredQuery[] metereds;
    private EnumQuery[] enums;
    private CreditQuery[] credits;
    private FeatureQuery[] features;

    /** For JMH. */
    public CheckBenchmark() {}

    /**
     * Makes the client, fetches every customer, and asks every kind of question, as applications do: a JIT that has seen
     * one kind only would be too hopeful.
     */
    @Setup
    public void setUp() {
        stigg = Stigg.builder()
                .transport(clock -> TransportPorts.of(new CannedTransport(), UpdateStream.none()))
                .cache(MemoryCache.ofCustomers(20_000))
                .entitlementTtl(Duration.ofHours(12))
                .build();
        ids = Customers.shuffled(customers).toArray(String[]::new);
        booleans = queries(BooleanQuery[]::new, id -> BooleanQuery.of(id, CannedTransport.BOOLEAN));
        numerics = queries(NumericQuery[]::new, id -> NumericQuery.of(id, CannedTransport.NUMERIC));
        metereds = queries(
                MeteredQuery[]::new,
                id -> MeteredQuery.of(id, CannedTransport.METERED).requesting(1));
        enums = queries(
                EnumQuery[]::new, id -> EnumQuery.of(id, CannedTransport.ENUM).requesting("eu-central"));
        credits = queries(
                CreditQuery[]::new,
                id -> CreditQuery.of(id, CannedTransport.CREDIT).requesting(1));
        features = queries(
                FeatureQuery[]::new,
                id -> FeatureQuery.of(id, CannedTransport.METERED).requesting(1));
        Customers.inOrder(customers).forEach(id -> stigg.getBooleanEntitlement(id, CannedTransport.BOOLEAN));
        Turn turn = new Turn();
        for (int i = 0; i < ROUNDS_OF_EACH_KIND; i++) {
            askAll(turn);
        }
        Customers.settle();
    }

    private <Q> Q[] queries(IntFunction<Q[]> array, Function<String, Q> query) {
        return Customers.shuffled(customers).map(query).toArray(array);
    }

    private void askAll(Turn turn) {
        booleanPrebuilt(turn);
        numericPrebuilt(turn);
        meteredPrebuilt(turn);
        enumPrebuilt(turn);
        creditPrebuilt(turn);
        featurePrebuilt(turn);
    }

    /** Ends the client. */
    @TearDown
    public void tearDown() {
        stigg.close();
    }

    /**
     * A boolean check.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public BooleanEntitlement booleanPrebuilt(Turn turn) {
        return stigg.getBooleanEntitlement(booleans[turn.next(booleans.length)]);
    }

    /**
     * A boolean check by ids, which makes the query.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public BooleanEntitlement booleanByIds(Turn turn) {
        return stigg.getBooleanEntitlement(ids[turn.next(ids.length)], CannedTransport.BOOLEAN);
    }

    /**
     * A numeric configuration.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public NumericEntitlement numericPrebuilt(Turn turn) {
        return stigg.getNumericEntitlement(numerics[turn.next(numerics.length)]);
    }

    /**
     * A metered check with usage requested.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public MeteredEntitlement meteredPrebuilt(Turn turn) {
        return stigg.getMeteredEntitlement(metereds[turn.next(metereds.length)]);
    }

    /**
     * A metered check with usage requested, whose query is made for the call.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public MeteredEntitlement meteredBuiltPerCall(Turn turn) {
        return stigg.getMeteredEntitlement(MeteredQuery.of(ids[turn.next(ids.length)], CannedTransport.METERED)
                .requesting(1));
    }

    /**
     * An enum check with a value requested.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public EnumEntitlement enumPrebuilt(Turn turn) {
        return stigg.getEnumEntitlement(enums[turn.next(enums.length)]);
    }

    /**
     * A check of credits with usage requested.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public CreditEntitlement creditPrebuilt(Turn turn) {
        return stigg.getCreditEntitlement(credits[turn.next(credits.length)]);
    }

    /**
     * A check of a feature whose type the caller does not say.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public Entitlement featurePrebuilt(Turn turn) {
        return stigg.getEntitlement(features[turn.next(features.length)]);
    }
}
