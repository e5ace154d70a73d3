package io.stigg.sdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.stigg.sdk.fact.EntitlementSnapshot;
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
import org.openjdk.jmh.annotations.Warmup;

/** Reading what Stigg answers for all entitlements of a customer, beside parsing the JSON alone. Thread-safe once it is set up. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class DecodeBenchmark {
    /** How many features the customer has. */
    @Param({"10", "100", "1000"})
    public int features;

    private StatedAnswer answer;

    /** For JMH. */
    public DecodeBenchmark() {}

    /**
     * Gets the answer.
     *
     * @throws IOException if an emulator cannot be asked
     * @throws InterruptedException if JMH interrupts it
     */
    @Setup
    public void setUp() throws IOException, InterruptedException {
        answer = StatedAnswer.ofFeatures(features);
    }

    /**
     * For comparison: the JSON as a tree.
     *
     * @return the tree
     */
    @Benchmark
    public JsonElement parsing() {
        return JsonParser.parseString(new String(answer.bytes(), UTF_8));
    }

    /**
     * The JSON as entitlements, every member checked.
     *
     * @return the entitlements
     */
    @Benchmark
    public EntitlementSnapshot decoding() {
        return answer.decoded(StatedAnswer.CUSTOMER);
    }
}
