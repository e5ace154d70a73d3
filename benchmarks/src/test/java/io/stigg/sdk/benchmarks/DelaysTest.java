package io.stigg.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of delays")
class DelaysTest {
    private static List<String> lines(double median) {
        return new Delays(Delays.read(new StringReader("""
                [{"benchmark": "io.stigg.sdk.benchmarks.UpdateDelayBenchmark.untilCheckSeesIt",
                  "primaryMetric": {"scorePercentiles": {"50.0": %s, "99.0": 9000.4}}},
                 {"benchmark": "io.stigg.sdk.benchmarks.UpdateDelayBenchmark.asking",
                  "primaryMetric": {"scorePercentiles": {"50.0": 2400, "99.0": 5000}}}]
                """.formatted(median))))
                .lines()
                .toList();
    }

    @Test
    @DisplayName("says that a median within the aim meets it")
    void met() {
        List<String> lines = lines(1_200.0);

        assertThat(lines)
                .contains("UpdateDelayBenchmark.untilCheckSeesIt        1200.00   9000.40   0.500")
                .contains("met     1.20   <= 5.00  an update, until a check sees it: median milliseconds");
    }

    @Test
    @DisplayName("says that a median past the aim misses it")
    void missed() {
        assertThat(lines(5_100.0))
                .contains("MISSED  5.10   <= 5.00  an update, until a check sees it: median milliseconds");
    }

    @Test
    @DisplayName("puts each beside the baseline of its own kind and size")
    void baselines() {
        List<String> lines =
                new Delays(Delays.read(new StringReader("""
                [{"benchmark": "io.stigg.sdk.benchmarks.MissBenchmark.bareCall",
                  "primaryMetric": {"scorePercentiles": {"50.0": 500, "99.0": 900}}},
                 {"benchmark": "io.stigg.sdk.benchmarks.MissBenchmark.miss",
                  "primaryMetric": {"scorePercentiles": {"50.0": 600, "99.0": 900}}},
                 {"benchmark": "io.stigg.sdk.benchmarks.DecodeBenchmark.parsing", "params": {"features": "10"},
                  "primaryMetric": {"scorePercentiles": {"50.0": 10, "99.0": 30}}},
                 {"benchmark": "io.stigg.sdk.benchmarks.DecodeBenchmark.decoding", "params": {"features": "10"},
                  "primaryMetric": {"scorePercentiles": {"50.0": 15, "99.0": 40}}}]
                """))).lines().toList();

        assertThat(lines)
                .contains("DecodeBenchmark.decoding, 10 features          15.00     40.00   1.500")
                .contains("MISSED  1.20   <= 1.15  a miss: times the bare call of the same bytes");
    }
}
