package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Meter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * What measurements come to, one after the other, never less than 0. It keeps what it needs to go on from, and not the
 * measurements. Not thread-safe; guarded by the environment.
 */
abstract sealed class Tally {
    /** Makes one for what callers have counted. */
    static Tally ofReports() {
        return new Level();
    }

    /** Makes one for what a meter reads of events, or for reports if there is no meter. */
    static Tally of(Optional<Meter> meter) {
        return meter.map(known -> of(known.aggregation())).orElseGet(Tally::ofReports);
    }

    private static Tally of(Meter.Aggregation aggregation) {
        return switch (aggregation) {
            case COUNT, SUM -> new Fold(Double::sum, false);
            case MAX -> new Fold(Math::max, false);
            case MIN -> new Fold(Math::min, false);
            case AVG -> new Fold(Double::sum, true);
            case UNIQUE -> new Distinct();
        };
    }

    /** Starts again from nothing. */
    abstract void restart();

    /** Starts again from a value. */
    abstract void set(double value);

    abstract void add(Object reading);

    abstract double value();

    /** Returns what it would come to with one more. */
    abstract double with(Object reading);

    /** Tells whether it comes to the same in whichever order it is added to. */
    boolean isOrderless() {
        return true;
    }

    /** Reports add and give back, but never what is not there. */
    private static final class Level extends Tally {
        private double level;

        @Override
        void restart() {
            level = 0;
        }

        @Override
        void set(double value) {
            level = Math.max(0, value);
        }

        @Override
        void add(Object reading) {
            level = with(reading);
        }

        @Override
        double value() {
            return level;
        }

        @Override
        double with(Object reading) {
            return Math.max(0, level + (double) reading);
        }

        @Override
        boolean isOrderless() {
            return false;
        }
    }

    /** All numbers in one, or the mean of that. A value that it starts from is the first number. */
    private static final class Fold extends Tally {
        private final DoubleBinaryOperator fold;
        private final boolean isMean;
        private double folded;
        private long count;

        Fold(DoubleBinaryOperator fold, boolean isMean) {
            this.fold = fold;
            this.isMean = isMean;
        }

        @Override
        void restart() {
            folded = 0;
            count = 0;
        }

        @Override
        void set(double value) {
            restart();
            add(value);
        }

        @Override
        void add(Object reading) {
            folded = foldedWith(reading);
            count++;
        }

        @Override
        double value() {
            return value(folded, count);
        }

        @Override
        double with(Object reading) {
            return value(foldedWith(reading), count + 1);
        }

        private double foldedWith(Object reading) {
            return count == 0 ? (double) reading : fold.applyAsDouble(folded, (double) reading);
        }

        private double value(double all, long howMany) {
            return Math.max(0, isMean && howMany > 0 ? all / howMany : all);
        }
    }

    /** How many different ones there are. A value that it starts from is so many others. */
    private static final class Distinct extends Tally {
        private final Set<Object> seen = new HashSet<>();
        private double others;

        @Override
        void restart() {
            seen.clear();
            others = 0;
        }

        @Override
        void set(double value) {
            restart();
            others = Math.max(0, value);
        }

        @Override
        void add(Object reading) {
            seen.add(reading);
        }

        @Override
        double value() {
            return others + seen.size();
        }

        @Override
        double with(Object reading) {
            return value() + (seen.contains(reading) ? 0 : 1);
        }
    }
}
