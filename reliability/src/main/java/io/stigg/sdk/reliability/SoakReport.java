package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.AnswerBasis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of it.
 *
 * @param seed of what was done at random
 * @param rounds the storms and calms
 * @param faults how often each fault happened
 * @param answers how many answers there were on each ground
 * @param grants how many of them granted
 * @param longest for how long an answer had been wrong at most, by its ground
 * @param usage how much was reported, accepted and counted once
 * @param logged how many lines the clients logged
 * @param violations the promises that were not kept
 */
record SoakReport(
        long seed,
        List<Round> rounds,
        Map<String, Long> faults,
        Map<AnswerBasis, Long> answers,
        long grants,
        Map<AnswerBasis, Duration> longest,
        long usage,
        long logged,
        List<String> violations) {

    boolean isGood() {
        return violations.isEmpty();
    }

    long checks() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Seed " + seed + ", " + rounds.size() + " storms, each with a calm after it");
        lines.add("Faults: " + words(faults));
        lines.add("Answers judged: " + checks() + ", of them " + words(answers) + "; granting " + grants);
        lines.add("Wrong for at most: "
                + longest.entrySet().stream()
                        .map(most -> most.getKey() + " " + most.getValue().toMillis() + " ms")
                        .collect(Collectors.joining(", ")));
        lines.add("Usage accepted, and counted exactly once: " + usage);
        lines.add("Lines logged, none of them with the key: " + logged);
        lines.add("After a storm, right about everything within: " + healing());
        if (!rounds.isEmpty()) {
            lines.add("Held in the first calm: " + rounds.get(0).resources() + ", in the last: "
                    + rounds.get(rounds.size() - 1).resources());
        }
        lines.add(isGood() ? "Every promise was kept." : "PROMISES THAT WERE NOT KEPT:");
        violations.forEach(violation -> lines.add("  " + violation));
        return String.join(System.lineSeparator(), lines);
    }

    private static String words(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private String healing() {
        Map<String, Duration> slowest = rounds.stream()
                .flatMap(round -> round.healing().entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a.compareTo(b) > 0 ? a : b, TreeMap::new));
        return slowest.entrySet().stream()
                .map(most -> most.getKey() + " " + most.getValue().toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }

    /** The rounds as a table, for {@code docs/pictures}. */
    String table() {
        return rounds.stream()
                .map(round -> String.join(
                        ",",
                        String.valueOf(round.at().toSeconds()),
                        String.valueOf(round.slowest().toMillis()),
                        String.valueOf(round.resources().threads()),
                        String.valueOf(round.resources().files()),
                        String.valueOf(round.resources().heapBytes())))
                .collect(Collectors.joining("\n", "seconds,healing ms,threads,files,heap bytes\n", "\n"));
    }
}
