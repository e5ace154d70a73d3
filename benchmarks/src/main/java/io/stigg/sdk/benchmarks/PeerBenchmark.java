package io.stigg.sdk.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
 * The check of another in-process SDK: one flag that is on for everybody, from data in memory, with what it reports and polls
 * switched off. Thread-safe once it is set up.
 *
 * @param <C> what it calls a customer
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
public abstract class PeerBenchmark<C> {
    /** How many contexts take turns. */
    @Param({"1", "10000"})
    public int customers;

    private C[] contexts;

    /** For JMH. */
    protected PeerBenchmark() {}

    /** Makes the contexts, and the client, which connects to nothing. */
    @Setup
    public void setUp() {
        contexts = Customers.shuffled(customers).map(this::context).toArray(this::contexts);
        open();
        Customers.settle();
    }

    /**
     * Ends the client.
     *
     * @throws IOException if it cannot be ended
     */
    @TearDown
    public void tearDown() throws IOException {
        close();
    }

    abstract C context(String id);

    abstract C[] contexts(int count);

    abstract void open();

    abstract void close() throws IOException;

    final C next(Turn turn) {
        return contexts[turn.next(contexts.length)];
    }
}
