package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The periods that usage is counted over, in UTC. Pure.
 *
 * <p>Periods are counted from an anchor, and a calendar alignment only moves the anchor: to the first of the month or to
 * the weekday on or before which a subscription starts. Each boundary is counted from the anchor itself, so that a short
 * month clamps its own boundary and no later one.
 */
final class UsageWindows {
    private UsageWindows() {}

    /** Returns what periods are counted from, for a subscription that starts at an instant. */
    static Instant anchor(Instant start, ResetPeriod reset) {
        OffsetDateTime day = start.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return switch (reset.accordingTo()) {
            case SUBSCRIPTION_START, UNKNOWN -> start;
            case START_OF_THE_MONTH -> day.withDayOfMonth(1).toInstant();
            case EVERY_SUNDAY,
                    EVERY_MONDAY,
                    EVERY_TUESDAY,
                    EVERY_WEDNESDAY,
                    EVERY_THURSDAY,
                    EVERY_FRIDAY,
                    EVERY_SATURDAY ->
                day.with(TemporalAdjusters.previousOrSame(weekday(reset))).toInstant();
        };
    }

    private static DayOfWeek weekday(ResetPeriod reset) {
        return DayOfWeek.valueOf(
                reset.accordingTo().name().substring("EVERY_".length()).toUpperCase(Locale.ROOT));
    }

    /** Returns the period, counted from an anchor, that an instant lies in. */
    static UsagePeriod at(Instant now, Instant anchor, ResetPeriod.Unit unit) {
        ChronoUnit step = step(unit);
        OffsetDateTime origin = anchor.atOffset(ZoneOffset.UTC);
        long n = step.between(origin, now.atOffset(ZoneOffset.UTC)) - 2;
        while (!boundary(origin, n + 1, step).isAfter(now)) {
            n++;
        }
        return UsagePeriod.between(boundary(origin, n, step), boundary(origin, n + 1, step));
    }

    private static Instant boundary(OffsetDateTime origin, long n, ChronoUnit step) {
        return origin.plus(n, step).toInstant();
    }

    private static ChronoUnit step(ResetPeriod.Unit unit) {
        return switch (unit) {
            case YEAR -> ChronoUnit.YEARS;
            case MONTH -> ChronoUnit.MONTHS;
            case WEEK -> ChronoUnit.WEEKS;
            case DAY -> ChronoUnit.DAYS;
            case HOUR -> ChronoUnit.HOURS;
            case UNKNOWN -> throw new IllegalArgumentException("a catalogue has no reset period of unknown length");
        };
    }
}
