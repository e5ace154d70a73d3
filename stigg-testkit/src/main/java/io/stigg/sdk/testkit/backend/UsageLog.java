package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that was ever measured of one thing, in the order in which it happened. Usage of a period is what its
 * measurements come to, and is never less than 0; so each measurement counts in its own period, whenever it is told.
 *
 * <p>Not thread-safe; guarded by the environment.
 */
final class UsageLog {
    private final List<Measurement> measurements = new ArrayList<>();

    // What the last sum came to. Reports mostly go to the end, and then the next sum goes on from here.
    private Instant sumFrom = Instant.MIN;
    private Instant sumRecordedAt = Instant.MIN;
    private int summed;
    private double sum;

    void add(Instant at, double value, UpdateBehavior behavior, Instant recordedAt) {
        add(new Measurement(at, value, behavior, recordedAt, false));
    }

    private void add(Measurement measurement) {
        int index = measurements.size();
        while (index > 0 && measurements.get(index - 1).at.isAfter(measurement.at)) {
            index--;
        }
        measurements.add(index, measurement);
        if (index < summed) {
            startSumAt(Instant.MIN);
        }
    }

    /** Starts again from 0 at an instant, which may lie ahead; a start that still lies ahead is given up. */
    void restart(Instant at, Instant now) {
        measurements.removeIf(measurement -> measurement.at.isAfter(now));
        startSumAt(Instant.MIN);
        add(new Measurement(at, 0, UpdateBehavior.SET, at.isAfter(now) ? at : now, true));
    }

    /** Returns the usage of the period that now lies in, so far. */
    Usage usage(UsagePeriod period, Instant now) {
        Instant from = period.start().orElse(Instant.MIN);
        if (!from.equals(sumFrom)) {
            startSumAt(from);
        }
        for (; summed < measurements.size() && !measurements.get(summed).at.isAfter(now); summed++) {
            count(measurements.get(summed));
        }
        return new Usage(sum, period, updatedAt(from, now));
    }

    private void startSumAt(Instant from) {
        sumFrom = from;
        sumRecordedAt = Instant.MIN;
        summed = 0;
        sum = 0;
    }

    private void count(Measurement measurement) {
        if (!measurement.at.isBefore(sumFrom)) {
            sum = measurement.after(sum);
            sumRecordedAt = later(sumRecordedAt, measurement.recordedAt);
        }
    }

    /** When usage last changed: by a measurement of the period, else by the period's start, if there was any before. */
    private Optional<Instant> updatedAt(Instant from, Instant now) {
        if (measurements.isEmpty() || measurements.get(0).at.isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(later(from, sumRecordedAt));
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
        double soFar = 0;
        Optional<Instant> reset = Optional.empty();
        for (Measurement measurement : measurements) {
            if (measurement.at.isAfter(until)) {
                break;
            }
            if (reset.isPresent() && !reset.get().isAfter(measurement.at)) {
                addResets(readings, reset.get(), measurement.at, end);
                soFar = 0;
            }
            soFar = measurement.after(soFar);
            if (measurement.isRestart) {
                // Periods are counted from there, so that one of them seems to end there as well.
                readings.removeIf(reading -> reading.at.equals(measurement.at));
            }
            readings.add(new Reading(measurement.at, soFar, measurement.isRestart ? Cause.RESTART : Cause.USE));
            reset = end.apply(measurement.at);
        }
        reset.ifPresent(first -> addResets(readings, first, until, end));
        return readings;
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

    private record Measurement(
            Instant at, double value, UpdateBehavior behavior, Instant recordedAt, boolean isRestart) {
        double after(double before) {
            return Math.max(0, behavior == UpdateBehavior.SET ? value : before + value);
        }
    }
}
