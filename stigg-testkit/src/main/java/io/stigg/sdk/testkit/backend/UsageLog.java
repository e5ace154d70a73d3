package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that was ever measured of one thing, in the order in which it happened. Usage of a period is what its
 * measurements come to; so each measurement counts in its own period, whenever it is told.
 *
 * <p>Not thread-safe; guarded by the environment.
 */
final class UsageLog {
    private final List<Measurement> measurements = new ArrayList<>();
    private final Supplier<Tally> tallies;

    // What the last tally came to. Measurements mostly go to the end, and then the next tally goes on from here.
    private final Tally tally;
    private Instant tallyFrom = Instant.MIN;
    private Instant tallySetAt = Instant.MIN;
    private Instant tallyRecordedAt = Instant.MIN;
    private int tallied;

    /**
     * @param tallies makes what adds measurements up
     */
    UsageLog(Supplier<Tally> tallies) {
        this.tallies = tallies;
        this.tally = tallies.get();
    }

    void add(Instant at, double value, UpdateBehavior behavior, Map<String, Object> dimensions, Instant recordedAt) {
        Effect effect = behavior == UpdateBehavior.SET ? Effect.SET : Effect.ADD;
        add(new Measurement(at, effect, value, dimensions, recordedAt));
    }

    /** Adds what a meter reads of an event. */
    void add(Instant at, Object reading, Map<String, Object> dimensions, Instant recordedAt) {
        add(new Measurement(at, Effect.ADD, reading, dimensions, recordedAt));
    }

    private void add(Measurement measurement) {
        int index = endOf(measurement.at);
        measurements.add(index, measurement);
        if (index >= tallied) {
            return;
        }
        if (measurement.effect == Effect.ADD && tally.isOrderless() && !measurement.at.isBefore(tallySetAt)) {
            count(measurement);
            tallied++;
        } else {
            startTallyAt(Instant.MIN);
        }
    }

    /** Returns how many there are up to an instant. */
    private int endOf(Instant at) {
        int low = 0;
        int high = measurements.size();
        // It is the last one almost always.
        int middle = high - 1;
        while (low < high) {
            if (measurements.get(middle).at.isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
            middle = (low + high) >>> 1;
        }
        return low;
    }

    /** Starts again from 0 at an instant that has passed, or now. */
    void restart(Instant at, Instant now) {
        add(new Measurement(at, Effect.RESTART, 0.0, Map.of(), now));
    }

    /** Returns the usage of the period that now lies in, so far. */
    Usage usage(UsagePeriod period, Instant now) {
        Instant from = period.start().orElse(Instant.MIN);
        if (!from.equals(tallyFrom)) {
            startTallyAt(from);
        }
        for (; tallied < measurements.size() && !measurements.get(tallied).at.isAfter(now); tallied++) {
            count(measurements.get(tallied));
        }
        return new Usage(tally.value(), period, updatedAt(from, now));
    }

    /** Returns what the usage of the period that now lies in would be with one more event. */
    double usageWith(Object reading, UsagePeriod period, Instant now) {
        usage(period, now);
        return tally.with(reading);
    }

    private void startTallyAt(Instant from) {
        tallyFrom = from;
        tallySetAt = Instant.MIN;
        tallyRecordedAt = Instant.MIN;
        tallied = 0;
        tally.restart();
    }

    private void count(Measurement measurement) {
        if (!measurement.at.isBefore(tallyFrom)) {
            measurement.addTo(tally);
            tallySetAt = measurement.effect == Effect.ADD ? tallySetAt : measurement.at;
            tallyRecordedAt = later(tallyRecordedAt, measurement.recordedAt);
        }
    }

    /** When usage last changed: by a measurement of the period, else by the period's start, if there was any before. */
    private Optional<Instant> updatedAt(Instant from, Instant now) {
        if (measurements.isEmpty() || measurements.get(0).at.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(later(from, tallyRecordedAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Returns how usage went up to an instant: what it came to after each measurement, and 0 wherever it started again.
     *
     * @param end tells when the period ends that an instant lies in, if there are periods
     */
    List<Reading> readings(Instant until, Function<Instant, Optional<Instant>> end) {
        List<Reading> readings = new ArrayList<>();
        Tally soFar = tallies.get();
        Optional<Instant> reset = Optional.empty();
        for (Measurement measurement : measurements) {
            if (measurement.at.isAfter(until)) {
                break;
            }
            if (reset.isPresent() && !reset.get().isAfter(measurement.at)) {
                addResets(readings, reset.get(), measurement.at, end);
                soFar.restart();
            }
            measurement.addTo(soFar);
            boolean isRestart = measurement.effect == Effect.RESTART;
            if (isRestart) {
                // Periods are counted from there, so that one of them seems to end there as well.
                readings.removeIf(reading -> reading.at.equals(measurement.at));
            }
            readings.add(new Reading(measurement.at, soFar.value(), isRestart ? Cause.RESTART : Cause.USE));
            reset = end.apply(measurement.at);
        }
        reset.ifPresent(first -> addResets(readings, first, until, end));
        return readings;
    }

    /**
     * Parts what was measured by its values of some dimensions. Each part starts again where the whole does.
     *
     * @return a log for each combination of values that there is, in the order in which they came up
     */
    Map<Map<String, String>, UsageLog> groups(List<String> dimensions) {
        Map<Map<String, String>, UsageLog> groups = new LinkedHashMap<>();
        measurements.stream()
                .filter(measurement -> measurement.effect != Effect.RESTART)
                .forEach(measurement -> group(groups, measurement.tags(dimensions)));
        // In their order, as several may be of one instant.
        for (Measurement measurement : measurements) {
            if (measurement.effect == Effect.RESTART) {
                groups.values().forEach(group -> group.add(measurement));
            } else {
                group(groups, measurement.tags(dimensions)).add(measurement);
            }
        }
        return groups;
    }

    private UsageLog group(Map<Map<String, String>, UsageLog> groups, Map<String, String> tags) {
        return groups.computeIfAbsent(tags, first -> new UsageLog(tallies));
    }

    private static void addResets(
            List<Reading> readings, Instant first, Instant until, Function<Instant, Optional<Instant>> end) {
        Optional<Instant> reset = Optional.of(first);
        while (reset.isPresent() && !reset.get().isAfter(until)) {
            readings.add(new Reading(reset.get(), 0, Cause.PERIOD));
            reset = end.apply(reset.get());
        }
    }

    /**
     * What usage came to.
     *
     * @param at when
     * @param value the usage of the period so far
     * @param cause by what
     */
    record Reading(Instant at, double value, Cause cause) {}

    /** Why usage is what it is. */
    enum Cause {
        /** Something was measured. */
        USE,
        /** A period came to its end. */
        PERIOD,
        /** A subscription was replaced. */
        RESTART
    }

    private enum Effect {
        ADD,
        SET,
        RESTART
    }

    private record Measurement(
            Instant at, Effect effect, Object reading, Map<String, Object> dimensions, Instant recordedAt) {
        /** Its values of some dimensions; what it does not have is left out. */
        Map<String, String> tags(List<String> names) {
            Map<String, String> tags = new LinkedHashMap<>();
            names.forEach(name -> Optional.ofNullable(dimensions.get(name))
                    .ifPresent(value -> tags.put(name, String.valueOf(value))));
            return tags;
        }

        void addTo(Tally tally) {
            switch (effect) {
                case ADD -> tally.add(reading);
                case SET -> tally.set((double) reading);
                case RESTART -> tally.restart();
            }
        }
    }
}
