package io.stigg.sdk.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Prints how long something takes, beside a baseline of the same run, and whether the aim is met. Immutable. */
public final class Delays {
    private static final String UPDATE = "UpdateDelayBenchmark.untilCheckSeesIt";
    private static final String MISS = "MissBenchmark.miss";
    private static final Set<String> BASELINES = Set.of(
            "UpdateDelayBenchmark.asking",
            "RedisCheckBenchmark.bareGet",
            "MissBenchmark.bareCall",
            "DecodeBenchmark.parsing");
    private static final double MOST_MILLIS = 5;
    private static final double MOST_OVER_BARE_CALL = 1.15;

    private final List<Result> results;

    Delays(List<Result> results) {
        this.results = List.copyOf(results);
    }

    record Result(String name, String features, double medianMicros, double p99Micros) {
        /** A baseline is that of the results of the same class for the same number of features. */
        boolean isBeside(Result baseline) {
            return features.equals(baseline.features)
                    && name.substring(0, name.indexOf('.'))
                            .equals(baseline.name.substring(0, baseline.name.indexOf('.')));
        }

        String label() {
            return features.isEmpty() ? name : name + ", " + features + " features";
        }
    }

    /**
     * Prints a table and the aim.
     *
     * @param file JSON results of JMH
     * @throws IOException if the file cannot be read
     */
    public static void main(String... file) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of(file[0]))) {
            new Delays(read(reader)).lines().forEach(System.out::println);
        }
    }

    static List<Result> read(Reader json) {
        JsonArray array = JsonParser.parseReader(json).getAsJsonArray();
        return array.asList().stream().map(Delays::result).toList();
    }

    private static Result result(JsonElement element) {
        var json = element.getAsJsonObject();
        var percentiles = json.getAsJsonObject("primaryMetric").getAsJsonObject("scorePercentiles");
        return new Result(
                Ratios.shortName(json),
                json.has("params")
                        ? json.getAsJsonObject("params").get("features").getAsString()
                        : "",
                percentiles.get("50.0").getAsDouble(),
                percentiles.get("99.0").getAsDouble());
    }

    Stream<String> lines() {
        Stream<String> rows = results.stream()
                .map(result -> row(
                        result.label(),
                        String.format(Locale.ROOT, "%.2f", result.medianMicros()),
                        String.format(Locale.ROOT, "%.2f", result.p99Micros()),
                        String.format(Locale.ROOT, "%.3f", overBaseline(result))));
        return Stream.of(Stream.of(row("delay", "median us", "p99 us", "x base")), rows, Stream.of(""), aim())
                .flatMap(part -> part);
    }

    private double overBaseline(Result result) {
        return results.stream()
                .filter(baseline -> BASELINES.contains(baseline.name()) && result.isBeside(baseline))
                .mapToDouble(baseline -> result.medianMicros() / baseline.medianMicros())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String row(String name, String median, String p99, String ratio) {
        return String.format(Locale.ROOT, "%-42s %9s %9s %7s", name, median, p99, ratio);
    }

    private Stream<String> aim() {
        return results.stream().flatMap(result -> switch (result.name()) {
            case UPDATE ->
                Stream.of(Ratios.atMost(
                        "an update, until a check sees it: median milliseconds",
                        MOST_MILLIS,
                        result.medianMicros() / 1_000));
            case MISS ->
                Stream.of(Ratios.atMost(
                        "a miss: times the bare call of the same bytes", MOST_OVER_BARE_CALL, overBaseline(result)));
            default -> Stream.empty();
        });
    }
}
