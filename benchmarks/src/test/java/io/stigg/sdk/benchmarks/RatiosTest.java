package io.stigg.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.benchmarks.Ratios.Result;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of ratios")
class RatiosTest {
    @Test
    @DisplayName("takes the median of all iterations from what JMH writes")
    void readsJmh() {
        String json = """
                [{"benchmark": "io.stigg.sdk.benchmarks.CheckBenchmark.booleanPrebuilt", "threads": 2,
                  "params": {"customers": "10000"},
                  "primaryMetric": {"score": 99, "rawData": [[40, 30], [20, 500]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 0.002}}}]
                """;

        List<Result> results = Ratios.read(new StringReader(json));

        assertThat(results).containsExactly(new Result("CheckBenchmark.booleanPrebuilt", 10_000, 2, 35, 20, 0.002));
    }

    @Test
    @DisplayName("says which aims are met and which are missed")
    void judges() {
        Ratios ratios = new Ratios(Stream.of(
                        result("BareMapBenchmark.lookUp", 25, 26, 24),
                        result("LaunchDarklyBenchmark.boolVariation", 35, 36, 88),
                        result("UnleashBenchmark.isEnabled", 350, 360, 88),
                        result("CheckBenchmark.booleanPrebuilt", 20, 40, 0.01),
                        result("CheckBenchmark.meteredPrebuilt", 80, 82, 104))
                .flatMap(List::stream)
                .toList());

        List<String> lines = ratios.lines().toList();

        assertThat(lines)
                .contains("met     0.80   <= 2.00  boolean, 10,000 customers: times the bare look-up (best 0.80)")
                .contains("met     0.00   <= 0.00  boolean, 10,000 customers: bytes")
                .contains("MISSED  3.20   <= 3.00  metered, 10,000 customers: times the bare look-up (best 3.20)")
                .contains("MISSED 104.00 <= 100.00  metered, 10,000 customers: bytes")
                .contains("MISSED  2.29   <= 1.00  metered, one customer: times the fastest peer")
                .contains("MISSED  1.00   >= 1.80  boolean, customers: 10000: two threads over one")
                .contains("met     1.95   >= 1.80  metered, customers: 10000: two threads over one");
    }

    private static List<Result> result(String name, double one, double two, double bytes) {
        return Stream.of(1, 10_000)
                .flatMap(customers -> Stream.of(
                        new Result(name, customers, 1, one, one, bytes),
                        new Result(name, customers, 2, two, two, bytes)))
                .toList();
    }
}
