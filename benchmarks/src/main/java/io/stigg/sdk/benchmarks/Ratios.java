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
 * Prints what JMH measured beside the baselines of the same run, and whether the aims are met. Immutable.
 *
 * <p>A result is the median of all iterations. The best of them is printed beside it: neighbours on the machine only ever
 * add to a time, and where they take the processor's cache away they add much to checks of many customers.
 */
public final class Ratios {
    private static final String BARE = "BareMapBenchmark.lookUp";
    private static final List<String> PEERS = List.of(
            "LaunchDarklyBenchmark.boolVariation",
            "OpenFeatureBenchmark.getBooleanValue",
            "UnleashBenchmark.isEnabled");
    private static final String BOOLEAN = "CheckBenchmark.booleanPrebuilt";
    private static final String METERED = "CheckBenchmark.meteredPrebuilt";

    private final List<Result> results;

    Ratios(List<Result> results) {
        this.results = List.copyOf(results);
    }

    record Result(String name, int customers, int threads, double nanos, double best, double bytes) {}

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
        new Ratios(results).lines().forEach(System.out::println);
    }

    static List<Result> read(Reader json) {
        JsonArray array = JsonParser.parseReader(json).getAsJsonArray();
        return array.asList().stream().map(Ratios::result).toList();
    }

    private static Result result(JsonElement element) {
        var json = element.getAsJsonObject();
        var metric = json.getAsJsonObject("primaryMetric");
        double[] nanos = metric.getAsJsonArray("rawData").asList().stream()
                .flatMap(fork -> fork.getAsJsonArray().asList().stream())
                .mapToDouble(JsonElement::getAsDouble)
                .sorted()
                .toArray();
        return new Result(
                shortName(json),
                json.getAsJsonObject("params").get("customers").getAsInt(),
                json.get("threads").getAsInt(),
                (nanos[(nanos.length - 1) / 2] + nanos[nanos.length / 2]) / 2,
                nanos[0],
                json.getAsJsonObject("secondaryMetrics")
                        .getAsJsonObject("gc.alloc.rate.norm")
                        .get("score")
                        .getAsDouble());
    }

    static String shortName(JsonObject result) {
        String name = result.get("benchmark").getAsString();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    Stream<String> lines() {
        Stream<String> head = Stream.of(String.format(
                Locale.ROOT,
                "%-38s %9s %7s %9s %9s %7s %9s %9s",
                "benchmark",
                "customers",
                "threads",
                "ns/op",
                "best",
                "B/op",
                "x bare",
                "x peer"));
        return Stream.of(head, results.stream().map(this::row), Stream.of(""), aims())
                .flatMap(part -> part);
    }

    private String row(Result result) {
        return String.format(
                Locale.ROOT,
                "%-38s %9d %7d %9.1f %9.1f %7.0f %9.2f %9.2f",
                result.name(),
                result.customers(),
                result.threads(),
                result.nanos(),
                result.best(),
                result.bytes(),
                result.nanos() / nanos(BARE, result.customers(), result.threads()),
                result.nanos() / fastestPeer(result.customers(), result.threads()));
    }

    private Stream<String> aims() {
        return Stream.of(
                atMost(
                        "boolean, 10,000 customers: times the bare look-up",
                        2,
                        overBare(BOOLEAN),
                        bestOverBare(BOOLEAN)),
                atMost("boolean, 10,000 customers: bytes", 0, bytes(BOOLEAN)),
                atMost(
                        "metered, 10,000 customers: times the bare look-up",
                        3,
                        overBare(METERED),
                        bestOverBare(METERED)),
                atMost("metered, 10,000 customers: bytes", 100, bytes(METERED)),
                atMost("boolean, one customer: times the fastest peer", 1, overPeer(BOOLEAN)),
                atMost("metered, one customer: times the fastest peer", 1, overPeer(METERED)),
                scaling("boolean", BOOLEAN, 1),
                scaling("boolean", BOOLEAN, 10_000),
                scaling("metered", METERED, 1),
                scaling("metered", METERED, 10_000),
                // For comparison: what this machine gives to two threads that share nothing.
                "       " + String.format(Locale.ROOT, "%5.2f", gain(BARE, 10_000))
                        + "           bare look-up, 10,000 customers: two threads over one");
    }

    private String scaling(String what, String name, int customers) {
        double gain = gain(name, customers);
        return verdict(gain >= 1.8, gain, ">= 1.80", what + ", customers: " + customers + ": two threads over one");
    }

    private double gain(String name, int customers) {
        return 2 * nanos(name, customers, 1) / nanos(name, customers, 2);
    }

    private double overBare(String name) {
        return nanos(name, 10_000, 1) / nanos(BARE, 10_000, 1);
    }

    private double bestOverBare(String name) {
        return find(name, 10_000, 1).best() / find(BARE, 10_000, 1).best();
    }

    private double overPeer(String name) {
        return nanos(name, 1, 1) / fastestPeer(1, 1);
    }

    private double fastestPeer(int customers, int threads) {
        return PEERS.stream()
                .mapToDouble(peer -> nanos(peer, customers, threads))
                .filter(nanos -> !Double.isNaN(nanos))
                .min()
                .orElse(Double.NaN);
    }

    private double bytes(String name) {
        // JMH divides what its own bookkeeping allocates by the calls, too.
        return Math.floor(find(name, 10_000, 1).bytes() + 0.1);
    }

    private static String atMost(String what, double most, double value, double best) {
        return atMost(what + String.format(Locale.ROOT, " (best %.2f)", best), most, value);
    }

    static String atMost(String what, double most, double value) {
        return verdict(value <= most, value, String.format(Locale.ROOT, "<= %.2f", most), what);
    }

    private static String verdict(boolean met, double value, String bound, String what) {
        return String.format(Locale.ROOT, "%-6s %5.2f %9s  %s", met ? "met" : "MISSED", value, bound, what);
    }

    private double nanos(String name, int customers, int threads) {
        return find(name, customers, threads).nanos();
    }

    private Result find(String name, int customers, int threads) {
        return results.stream()
                .filter(result ->
                        result.name().equals(name) && result.customers() == customers && result.threads() == threads)
                .findFirst()
                .orElse(new Result(name, customers, threads, Double.NaN, Double.NaN, Double.NaN));
    }
}
