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
    private static final Set<String> BASELINES = Set.of("UpdateDelayBenchmark.asking", "RedisCheckBenchmark.bareGet");
    private static final double MOST_MILLIS = 5;

    private final List<Result> results;

    Delays(List<Result> results) {
        this.results = List.copyOf(results);
    }

    record Result(String name, double medianMicros, double p99Micros) {}

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
                percentiles.get("50.0").getAsDouble(),
                percentiles.get("99.0").getAsDouble());
    }

    Stream<String> lines() {
        Stream<String> rows = results.stream()
                .map(result -> row(
                        result.name(),
                        String.format(Locale.ROOT, "%.2f", result.medianMicros()),
                        String.format(Locale.ROOT, "%.2f", result.p99Micros()),
                        String.format(Locale.ROOT, "%.3f", result.medianMicros() / baseline())));
        return Stream.of(Stream.of(row("delay", "median us", "p99 us", "x base")), rows, Stream.of(""), aim())
                .flatMap(part -> part);
    }

    private double baseline() {
        return results.stream()
                .filter(result -> BASELINES.contains(result.name()))
                .mapToDouble(Result::medianMicros)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String row(String name, String median, String p99, String ratio) {
        return String.format(Locale.ROOT, "%-42s %9s %9s %7s", name, median, p99, ratio);
    }

    private Stream<String> aim() {
        return results.stream()
                .filter(result -> result.name().equals(UPDATE))
                .map(result -> Ratios.atMost(
                        "an update, until a check sees it: median milliseconds",
                        MOST_MILLIS,
                        result.medianMicros() / 1_000));
    }
}
