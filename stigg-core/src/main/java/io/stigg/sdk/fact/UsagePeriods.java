package io.stigg.sdk.fact;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Finds the usage period that an instant lies in. Pure.
 *
 * <p>Everything is in UTC. Months and years are always counted from the anchor, so that a short month clamps its own
 * boundary and no later one: from 31 January to 29 February to 31 March.
 *
 * <p>Source: Node server SDK 4.55.0, whose arithmetic runs in the process's time zone and can be one period late for
 * anchors near the end of a month; here the period is the one that holds the instant, always.
 */
final class UsagePeriods {
    private UsagePeriods() {}

    /** Returns the period that {@code now} lies in, or none if it cannot be known. */
    static UsagePeriod at(Instant now, Optional<ResetPeriod> reset, Optional<Instant> anchor) {
        if (reset.isEmpty()) {
            return UsagePeriod.none();
        }
        try {
            return calendarPeriod(now.atOffset(ZoneOffset.UTC), reset.get())
                    .or(() -> anchor.flatMap(
                            start -> anchoredPeriod(start, now, reset.get().unit())))
                    .orElse(UsagePeriod.none());
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return UsagePeriod.none();
        }
    }

    private static Optional<UsagePeriod> calendarPeriod(OffsetDateTime now, ResetPeriod reset) {
        OffsetDateTime today = now.truncatedTo(ChronoUnit.DAYS);
        if (reset.unit() == ResetPeriod.Unit.MONTH && reset.accordingTo() == ResetPeriod.Alignment.START_OF_THE_MONTH) {
            OffsetDateTime start = today.withDayOfMonth(1);
            return Optional.of(
                    UsagePeriod.between(start.toInstant(), start.plusMonths(1).toInstant()));
        }
        if (reset.unit() == ResetPeriod.Unit.WEEK) {
            return firstDay(reset.accordingTo()).map(day -> {
                OffsetDateTime start = today.with(TemporalAdjusters.previousOrSame(day));
                return UsagePeriod.between(start.toInstant(), start.plusWeeks(1).toInstant());
            });
        }
        return Optional.empty();
    }

    private static Optional<DayOfWeek> firstDay(ResetPeriod.Alignment alignment) {
        return switch (alignment) {
            case EVERY_MONDAY -> Optional.of(DayOfWeek.MONDAY);
            case EVERY_TUESDAY -> Optional.of(DayOfWeek.TUESDAY);
            case EVERY_WEDNESDAY -> Optional.of(DayOfWeek.WEDNESDAY);
            case EVERY_THURSDAY -> Optional.of(DayOfWeek.THURSDAY);
            case EVERY_FRIDAY -> Optional.of(DayOfWeek.FRIDAY);
            case EVERY_SATURDAY -> Optional.of(DayOfWeek.SATURDAY);
            case EVERY_SUNDAY -> Optional.of(DayOfWeek.SUNDAY);
            case SUBSCRIPTION_START, START_OF_THE_MONTH, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<UsagePeriod> anchoredPeriod(Instant anchor, Instant now, ResetPeriod.Unit unit) {
        return chronoUnit(unit).map(step -> {
            OffsetDateTime start = anchor.atOffset(ZoneOffset.UTC);
            long n = step.between(start, now.atOffset(ZoneOffset.UTC));
            // An estimate that may be one off at clamped month ends and before the anchor.
            while (start.plus(n, step).toInstant().isAfter(now)) {
                n--;
            }
            while (!start.plus(n + 1, step).toInstant().isAfter(now)) {
                n++;
            }
            return UsagePeriod.between(
                    start.plus(n, step).toInstant(), start.plus(n + 1, step).toInstant());
        });
    }

    private static Optional<ChronoUnit> chronoUnit(ResetPeriod.Unit unit) {
        return switch (unit) {
            case YEAR -> Optional.of(ChronoUnit.YEARS);
            case MONTH -> Optional.of(ChronoUnit.MONTHS);
            case WEEK -> Optional.of(ChronoUnit.WEEKS);
            case DAY -> Optional.of(ChronoUnit.DAYS);
            case HOUR -> Optional.of(ChronoUnit.HOURS);
            case UNKNOWN -> Optional.empty();
        };
    }
}
