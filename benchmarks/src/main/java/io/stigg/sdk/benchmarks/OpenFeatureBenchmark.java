package io.stigg.sdk.benchmarks;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** OpenFeature with its provider in memory. */
@SuppressWarnings("NullAway.Init")
public class OpenFeatureBenchmark extends PeerBenchmark<EvaluationContext> {
    private OpenFeatureAPI api;
    private Client client;

    /** For JMH. */
    public OpenFeatureBenchmark() {}

    @Override
    EvaluationContext context(String id) {
        return new ImmutableContext(id);
    }

    @Override
    EvaluationContext[] contexts(int count) {
        return new EvaluationContext[count];
    }

    @Override
    void open() {
        Flag<Boolean> flag = Flag.<Boolean>builder()
                .variant("on", true)
                .variant("off", false)
                .defaultVariant("on")
                .build();
        api = OpenFeatureAPI.getInstance();
        api.setProviderAndWait(new InMemoryProvider(Map.of(CannedTransport.BOOLEAN, flag)));
        client = api.getClient();
    }

    @Override
    void close() {
        api.shutdown();
    }

    /**
     * A boolean check.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public boolean getBooleanValue(Turn turn) {
        return client.getBooleanValue(CannedTransport.BOOLEAN, false, next(turn));
    }
}
