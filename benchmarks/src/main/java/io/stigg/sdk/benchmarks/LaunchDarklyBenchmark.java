package io.stigg.sdk.benchmarks;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.TestData;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/** The check of another in-process SDK, from data in memory, with its events off. Thread-safe once it is set up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@SuppressWarnings("NullAway.Init")
public class LaunchDarklyBenchmark {
    /** How many contexts take turns. */
    @Param({"1", "10000"})
    public int customers;

    private LDClient client;
    private LDContext[] contexts;

    /** For JMH. */
    public LaunchDarklyBenchmark() {}

    /** Makes the client, which connects to nothing. */
    @Setup
    public void setUp() {
        TestData data = TestData.dataSource();
        data.update(data.flag(CannedTransport.BOOLEAN).booleanFlag().variationForAll(true));
        client = new LDClient(
                "none",
                new LDConfig.Builder()
                        .dataSource(data)
                        .events(Components.noEvents())
                        .diagnosticOptOut(true)
                        .logging(Components.noLogging())
                        .build());
        contexts = Customers.shuffled(customers).map(LDContext::create).toArray(LDContext[]::new);
        Customers.settle();
    }

    /**
     * Ends the client.
     *
     * @throws IOException if it cannot be ended
     */
    @TearDown
    public void tearDown() throws IOException {
        client.close();
    }

    /**
     * A boolean check.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public boolean boolVariation(Turn turn) {
        return client.boolVariation(CannedTransport.BOOLEAN, contexts[turn.next(contexts.length)], false);
    }
}
