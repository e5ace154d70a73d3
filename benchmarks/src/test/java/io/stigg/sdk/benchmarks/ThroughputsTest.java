package io.stigg.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of throughputs")
class ThroughputsTest {
    private static List<String> lines(double perSecond) {
        return new Throughputs(Throughputs.read(new StringReader("""
                [{"benchmark": "io.stigg.sdk.benchmarks.PublishBenchmark.publish", "params": {"outbox": "memory"},
                  "primaryMetric": {"score": %s},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 56.2}}}]
                """.formatted(perSecond))))
                .lines()
                .toList();
    }

    @Test
    @DisplayName("says whether the aim is met")
    void aim() {
        assertThat(lines(3_456_000))
                .anyMatch(
                        line -> line.startsWith("PublishBenchmark.publish (memory)") && line.endsWith("3.46        56"))
                .contains("met: publishing in memory, millions a second: 3.46, aim at least 2.0");
        assertThat(lines(1_500_000))
                .contains("MISSED: publishing in memory, millions a second: 1.50, aim at least 2.0");
    }

    @Test
    @DisplayName("tells threads that do different things apart")
    void groups() {
        List<String> lines =
                new Throughputs(Throughputs.read(new StringReader("""
                [{"benchmark": "io.stigg.sdk.benchmarks.StreamedUpdatesBenchmark.streamed",
                  "primaryMetric": {"score": 9100000},
                  "secondaryMetrics": {"check": {"score": 9000000}, "update": {"score": 90000}}}]
                """))).lines().toList();

        assertThat(lines)
                .contains("StreamedUpdatesBenchmark.streamed.check             9.00         -")
                .contains("MISSED: updates while two threads check, millions a second: 0.09, aim at least 0.1");
    }

    @Test
    @DisplayName("is of events that are published and delivered, and of a queue that takes them")
    void benchmark() throws IOException, InterruptedException {
        for (String outbox : List.of("memory", "file")) {
            PublishBenchmark benchmark = new PublishBenchmark();
            benchmark.outbox = outbox;
            benchmark.setUp();
            benchmark.publish();
            benchmark.makeAndPublish();
            benchmark.bareQueue();

            assertThat(benchmark.delivered()).isEqualTo(2);
            benchmark.tearDown();
        }
    }
}
