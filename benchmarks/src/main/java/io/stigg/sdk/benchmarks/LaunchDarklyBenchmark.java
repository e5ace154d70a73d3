package io.stigg.sdk.benchmarks;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.TestData;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** LaunchDarkly. */
@SuppressWarnings("NullAway.Init")
public class LaunchDarklyBenchmark extends PeerBenchmark<LDContext> {
    private LDClient client;

    /** For JMH. */
    public LaunchDarklyBenchmark() {}

    @Override
    LDContext context(String id) {
        return LDContext.create(id);
    }

    @Override
    LDContext[] contexts(int count) {
        return new LDContext[count];
    }

    @Override
    void open() {
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
    }

    @Override
    void close() throws IOException {
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
        return client.boolVariation(CannedTransport.BOOLEAN, next(turn), false);
    }
}
