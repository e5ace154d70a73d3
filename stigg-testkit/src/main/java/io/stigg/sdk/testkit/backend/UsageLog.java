package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        int index = measurements.size();
        while (index > 0 && measurements.get(index - 1).at.isAfter(at)) {
            index--;
        }
        measurements.add(index, new Measurement(at, value, behavior, recordedAt));
        if (index < summed) {
            startSumAt(Instant.MIN);
        }
    }

    /** Starts again from 0 at an instant, which may lie ahead; a start that still lies ahead is given up. */
    void restart(Instant at, Instant now) {
        measurements.removeIf(measurement -> measurement.at.isAfter(now));
        startSumAt(Instant.MIN);
        add(at, 0, UpdateBehavior.SET, at.isAfter(now) ? at : now);
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
            double total = measurement.behavior == UpdateBehavior.SET ? measurement.value : sum + measurement.value;
            sum = Math.max(0, total);
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

    private record Measurement(Instant at, double value, UpdateBehavior behavior, Instant recordedAt) {}
}
