package io.stigg.sdk.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long, and how.
 *
 * @param duration no storm begins after that
 * @param storm how long a storm is
 * @param seed of what is done at random; what clients and networks make of it is not repeatable
 * @param table a file to write figures of each round to
 */
record SoakOptions(Duration duration, Duration storm, long seed, Optional<Path> table) {
    private static final Duration STORM = Duration.ofSeconds(15);

    static SoakOptions standard() {
        return new SoakOptions(Duration.ofMinutes(30), STORM, System.nanoTime(), Optional.empty());
    }

    /** @throws IllegalArgumentException if something is not understood */
    static SoakOptions parse(List<String> arguments) {
        SoakOptions options = standard();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " needs a value");
            }
            options = options.with(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }

    private SoakOptions with(String option, String value) {
        return switch (option) {
            case "--minutes" ->
                new SoakOptions(Duration.ofSeconds((long) (Double.parseDouble(value) * 60)), storm, seed, table);
            case "--seed" -> new SoakOptions(duration, storm, Long.parseLong(value), table);
            case "--table" -> new SoakOptions(duration, storm, seed, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException(option + " is not known; --minutes, --seed and --table are");
        };
    }
}
