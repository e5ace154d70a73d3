package io.stigg.sdk.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how many events can be published and how many updates told while others check, beside the baselines of the same run, and
 * whether the aims are met. Immutable.
 */
public final class Throughputs {
    private static final String PUBLISH = "PublishBenchmark.publish";
    private static final String UPDATE = "StreamedUpdatesBenchmark.streamed.update";
    private static final double FEWEST_MILLIONS = 2;
    private static final double FEWEST_UPDATES_MILLIONS = 0.1;

    private final List<Result> results;

    Throughputs(List<Result> results) {
        this.results = List.copyOf(results);
    }

    record Result(String name, String outbox, double perSecond, double bytes) {}

    /**
     * Prints a table and the aims.
     *
     * @param files JSON results of JMH
     * @throws IOException if a file cannot be read
     */
    public static void main(String... files) throws IOException {
        List<Result> results = new ArrayList<>();
        for (String file : files) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                results.addAll(read(reader));
            }
        }
        new Throughputs(results).lines().forEach(System.out::println);
    }

    static List<Result> read(Reader json) {
        JsonArray array = JsonParser.parseReader(json).getAsJsonArray();
        return array.asList().stream().flatMap(Throughputs::results).toList();
    }

    /** Threads that do different things have a result each, and one together that says nothing. */
    private static Stream<Result> results(JsonElement element) {
        JsonObject json = element.getAsJsonObject();
        JsonObject others = json.getAsJsonObject("secondaryMetrics");
        List<String> groups =
                others.keySet().stream().filter(name -> !name.startsWith("gc.")).toList();
        String name = Ratios.shortName(json);
        return groups.isEmpty()
                ? Stream.of(new Result(name, outbox(json), score(json.get("primaryMetric")), bytes(others)))
                : groups.stream()
                        .map(group -> new Result(name + "." + group, "", score(others.get(group)), Double.NaN));
    }

    private static String outbox(JsonObject json) {
        return json.has("params")
                ? " (" + json.getAsJsonObject("params").get("outbox").getAsString() + ")"
                : "";
    }

    private static double score(JsonElement metric) {
        return metric.getAsJsonObject().get("score").getAsDouble();
    }

    private static double bytes(JsonObject metrics) {
        JsonElement bytes = metrics.get("gc.alloc.rate.norm");
        return bytes == null ? Double.NaN : score(bytes);
    }

    Stream<String> lines() {
        Stream<String> rows = results.stream()
                .map(result -> row(
                        result.name() + result.outbox(),
                        String.format(Locale.ROOT, "%.2f", result.perSecond() / 1e6),
                        Double.isNaN(result.bytes()) ? "-" : String.format(Locale.ROOT, "%.0f", result.bytes())));
        return Stream.of(Stream.of(row("throughput", "million/s", "B/op")), rows, Stream.of(""), aim())
                .flatMap(part -> part);
    }

    private static String row(String name, String millions, String bytes) {
        return String.format(Locale.ROOT, "%-46s %9s %9s", name, millions, bytes);
    }

    private Stream<String> aim() {
        return results.stream().flatMap(result -> {
            if (result.name().equals(PUBLISH) && result.outbox().equals(" (memory)")) {
                return Stream.of(atLeast("publishing in memory", FEWEST_MILLIONS, result));
            }
            return result.name().equals(UPDATE)
                    ? Stream.of(atLeast("updates while two threads check", FEWEST_UPDATES_MILLIONS, result))
                    : Stream.empty();
        });
    }

    private static String atLeast(String what, double fewest, Result result) {
        double millions = result.perSecond() / 1e6;
        return String.format(
                Locale.ROOT,
                "%s: %s, millions a second: %.2f, aim at least %.1f",
                millions >= fewest ? "met" : "MISSED",
                what,
                millions,
                fewest);
    }
}
