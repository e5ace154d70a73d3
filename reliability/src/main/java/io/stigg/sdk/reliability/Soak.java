package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.catalog.CatalogJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Storms and calms, one after the other. In a storm the network between clients and Stigg fails in every way, Stigg and Redis
 * crash and come back, a clock jumps, and what is true changes all the time. In the calm that follows every client has to come to
 * know all that is true, and to hold no more of the machine than before. Every answer of all that time is judged.
 */
public final class Soak {
    private static final Duration LONGEST_HEALING = Duration.ofSeconds(75);
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(300);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final SoakOptions options;
    private final PrintStream out;
    private final Violations violations = new Violations();
    private final Oracle oracle = new Oracle(violations);
    private final List<Round> rounds = new ArrayList<>();
    private final Object changes = new Object();
    private volatile boolean isOver;

    private Soak(SoakOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs it and prints what came of it; ends with 1 if a promise was not kept.
     *
     * @param arguments {@code --minutes}, {@code --seed} and {@code --table}, each with a value
     * @throws IOException if Stigg or Redis cannot be started, or the table cannot be written
     */
    public static void main(String... arguments) throws IOException {
        SoakOptions options = SoakOptions.parse(List.of(arguments));
        SoakReport report = run(options, System.out);
        System.out.println(report);
        if (options.table().isPresent()) {
            Files.writeString(options.table().get(), report.table());
        }
        System.exit(report.isGood() ? 0 : 1);
    }

    static SoakReport run(SoakOptions options, PrintStream out) throws IOException {
        Path directory = Files.createTempDirectory("stigg-soak-");
        try {
            return new Soak(options, out).run(directory);
        } finally {
            delete(directory);
        }
    }

    private SoakReport run(Path directory) throws IOException {
        Random random = new Random(options.seed());
        try (LogWatch logs = LogWatch.begin(violations);
                EmulatorProcess stigg = EmulatorProcess.start(directory, CatalogJson.write(Shop.catalog()));
                RedisServer redis = RedisServer.start();
                FaultyProxy proxy = new FaultyProxy(stigg.uri().getPort())) {
            Backend backend = new Backend(stigg.uri());
            try (Business business = new Business(stigg.uri(), backend, oracle, new Random(random.nextLong()))) {
                business.open();
                List.of(Metering.IN_MEMORY, Metering.IN_FILES, Metering.REPORTED)
                        .forEach(business::openMeter);
                try (Fleet fleet = new Fleet(proxy.uri(), redis.uri(), oracle, violations);
                        Metering metering = new Metering(proxy.uri(), directory.resolve("outbox"), violations)) {
                    Storm storm = new Storm(proxy, stigg, redis, fleet, metering, random);
                    fleet.start();
                    metering.start();
                    storms(storm, fleet, business);
                    metering.settle(backend);
                    return report(storm, proxy, metering, logs);
                }
            }
        }
    }

    private void storms(Storm storm, Fleet fleet, Business business) {
        long began = System.nanoTime();
        Thread changing = new Thread(() -> change(business), "business");
        changing.start();
        try {
            while (System.nanoTime() - began < options.duration().toNanos()) {
                storm.rage(options.storm());
                // What is under way is done first, and nothing is changed until everybody knows.
                synchronized (changes) {
                    Map<String, Duration> healing = heal(fleet);
                    oracle.settle();
                    rounds.add(new Round(Duration.ofNanos(System.nanoTime() - began), healing, Resources.sample()));
                }
                out.println(progress());
            }
        } finally {
            // Not interrupted: a change whose fate is unknown would leave the oracle without a truth.
            isOver = true;
            Pause.until(changing);
        }
        oracle.settle();
        Growth.of(rounds.stream().map(Round::resources).toList()).forEach(violations::add);
    }

    private void change(Business business) {
        while (!isOver) {
            synchronized (changes) {
                business.changeSomething();
            }
            Pause.of(BETWEEN_CHANGES);
        }
    }

    private Map<String, Duration> heal(Fleet fleet) {
        long began = System.nanoTime();
        Map<String, Duration> healed = new TreeMap<>();
        List<ClientUnderTest> ill = new ArrayList<>(fleet.clients());
        while (!ill.isEmpty() && System.nanoTime() - began < LONGEST_HEALING.toNanos()) {
            for (ClientUnderTest client : List.copyOf(ill)) {
                if (client.hasHealed()) {
                    healed.put(client.name(), Duration.ofNanos(System.nanoTime() - began));
                    ill.remove(client);
                }
            }
            Pause.of(BETWEEN_LOOKS);
        }
        ill.forEach(client ->
                violations.add("not healed after " + LONGEST_HEALING.toSeconds() + " s: " + client.describe()));
        return healed;
    }

    private String progress() {
        Round last = rounds.get(rounds.size() - 1);
        return last.at().toSeconds() + " s: storm " + rounds.size() + " healed within "
                + last.slowest().toMillis() + " ms, " + last.resources() + ", " + violations.count()
                + " promises broken";
    }

    private SoakReport report(Storm storm, FaultyProxy proxy, Metering metering, LogWatch logs) {
        Map<String, Long> faults = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            faults.put(fault.toString(), proxy.strikes(fault));
        }
        faults.put("crashes of Stigg", (long) storm.crashes());
        faults.put("crashes of Redis", (long) storm.redisCrashes());
        faults.put("jumps of a clock", (long) storm.jumps());
        faults.put("restarts of a publisher", (long) metering.restarts());
        return new SoakReport(
                options.seed(),
                List.copyOf(rounds),
                faults,
                Arrays.stream(AnswerBasis.values())
                        .collect(Collectors.toMap(basis -> basis, oracle::answers, Long::sum, TreeMap::new)),
                oracle.grants(),
                Stream.of(AnswerBasis.FRESH, AnswerBasis.STALE)
                        .collect(Collectors.toMap(basis -> basis, oracle::longest, (a, b) -> a, TreeMap::new)),
                metering.accepted(),
                logs.lines(),
                violations.first());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
