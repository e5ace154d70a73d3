package io.stigg.sdk.benchmarks;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.FeatureFact;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The least that a check could cost: one look-up by customer and feature in a map that holds nothing else than the
 * answers to what is asked. Thread-safe once it is set up.
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
public class BareMapBenchmark {
    /** How many customers take turns. */
    @Param({"1", "10000"})
    public int customers;

    private Map<Key, Boolean> answers;
    private String[] ids;

    /** For JMH. */
    public BareMapBenchmark() {}

    private record Key(String customerId, String featureId) {}

    /** Fills the map from the entitlements that the client gets, so that its texts are of the same kind. */
    @Setup
    public void setUp() {
        answers = new ConcurrentHashMap<>();
        Customers.inOrder(customers)
                .forEach(id -> CannedTransport.snapshot(CustomerScope.of(id)).entitlements().stream()
                        .map(fact -> fact instanceof FeatureFact feature
                                ? feature.feature().id()
                                : "")
                        .filter(CannedTransport.BOOLEAN::equals)
                        .forEach(featureId -> answers.put(new Key(id, featureId), true)));
        ids = Customers.shuffled(customers).toArray(String[]::new);
        Customers.settle();
    }

    /**
     * One look-up, with a key that is made for it.
     *
     * @param turn whose turn it is
     * @return what the map holds
     */
    @Benchmark
    public @Nullable Boolean lookUp(Turn turn) {
        return answers.get(new Key(ids[turn.next(ids.length)], CannedTransport.BOOLEAN));
    }
}
