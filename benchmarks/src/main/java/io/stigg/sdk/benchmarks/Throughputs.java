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
import java.util.stream.Stream;

/** Prints how many events can be published, beside the JDK's queue in the same run, and whether the aim is met. Immutable. */
public final class Throughputs {
    private static final String PUBLISH = "PublishBenchmark.publish";
    private static final double FEWEST_MILLIONS = 2;

    private final List<Result> results;

    Throughputs(List<Result> results) {
        this.results = List.copyOf(results);
    }

    record Result(String name, String outbox, double perSecond, double bytes) {}

    /**
     * Prints a table and the aim.
     *
     * @param file JSON results of JMH
     * @throws IOException if the file cannot be read
     */
    public static void main(String... file) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of(file[0]))) {
            new Throughputs(read(reader)).lines().forEach(System.out::println);
        }
    }

    static List<Result> read(Reader json) {
        JsonArray array = JsonParser.parseReader(json).getAsJsonArray();
        return array.asList().stream().map(Throughputs::result).toList();
    }

    private static Result result(JsonElement element) {
        var json = element.getAsJsonObject();
        return new Result(
                Ratios.shortName(json),
                json.getAsJsonObject("params").get("outbox").getAsString(),
                json.getAsJsonObject("primaryMetric").get("score").getAsDouble(),
                json.getAsJsonObject("secondaryMetrics")
                        .getAsJsonObject("gc.alloc.rate.norm")
                        .get("score")
                        .getAsDouble());
    }

    Stream<String> lines() {
        Stream<String> rows = results.stream()
                .map(result -> row(
                        result.name() + " (" + result.outbox() + ")",
                        String.format(Locale.ROOT, "%.2f", result.perSecond() / 1e6),
                        String.format(Locale.ROOT, "%.0f", result.bytes())));
        return Stream.of(Stream.of(row("two threads", "million/s", "B/op")), rows, Stream.of(""), aim())
                .flatMap(part -> part);
    }

    private static String row(String name, String millions, String bytes) {
        return String.format(Locale.ROOT, "%-46s %9s %9s", name, millions, bytes);
    }

    private Stream<String> aim() {
        return results.stream()
                .filter(result ->
                        result.name().equals(PUBLISH) && result.outbox().equals("memory"))
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s: publishing in memory, millions a second: %.2f, aim at least %.0f",
                        result.perSecond() / 1e6 >= FEWEST_MILLIONS ? "met" : "MISSED",
                        result.perSecond() / 1e6,
                        FEWEST_MILLIONS));
    }
}
