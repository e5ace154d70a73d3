package io.stigg.sdk.benchmarks;

import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;

/** Unleash, bootstrapped with a document, of the last version in pure Java. */
@SuppressWarnings("NullAway.Init")
public class UnleashBenchmark extends PeerBenchmark<UnleashContext> {
    private static final String TOGGLES = "{\"version\": 2, \"features\": [{\"name\": \"" + CannedTransport.BOOLEAN
            + "\", \"enabled\": true, \"strategies\": [{\"name\": \"default\"}]}]}";

    private Path backup;
    private Unleash client;

    /** For JMH. */
    public UnleashBenchmark() {}

    @Override
    UnleashContext context(String id) {
        return UnleashContext.builder().userId(id).build();
    }

    @Override
    UnleashContext[] contexts(int count) {
        return new UnleashContext[count];
    }

    @Override
    void open() {
        try {
            backup = Files.createTempDirectory("unleash-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = new DefaultUnleash(UnleashConfig.builder()
                .appName("benchmark")
                .unleashAPI("http://127.0.0.1:1/api")
                .backupFile(backup.resolve("backup.json").toString())
                .toggleBootstrapProvider(() -> TOGGLES)
                .disablePolling()
                .disableMetrics()
                .build());
    }

    @Override
    void close() throws IOException {
        client.shutdown();
        Files.deleteIfExists(backup.resolve("backup.json"));
        Files.delete(backup);
    }

    /**
     * A boolean check.
     *
     * @param turn whose turn it is
     * @return the answer
     */
    @Benchmark
    public boolean isEnabled(Turn turn) {
        return client.isEnabled(CannedTransport.BOOLEAN, next(turn), false);
    }
}
