package io.stigg.sdk.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The usage period of an instant")
class UsagePeriodsTest {
    private static UsagePeriod period(String anchor, String now, ResetPeriod reset) {
        return UsagePeriods.at(Instant.parse(now), Optional.of(reset), Optional.of(Instant.parse(anchor)));
    }

    @ParameterizedTest(name = "anchor {0}, now {1}, {2}: from {3} to {4}")
    @CsvSource({
        "2024-01-31T10:00:00Z, 2024-02-29T09:00:00Z, MONTH, 2024-01-31T10:00:00Z, 2024-02-29T10:00:00Z",
        "2024-01-31T10:00:00Z, 2024-02-29T10:00:00Z, MONTH, 2024-02-29T10:00:00Z, 2024-03-31T10:00:00Z",
        "2024-01-31T10:00:00Z, 2024-03-31T09:59:59Z, MONTH, 2024-02-29T10:00:00Z, 2024-03-31T10:00:00Z",
        "2024-01-31T10:00:00Z, 2024-03-31T10:00:00Z, MONTH, 2024-03-31T10:00:00Z, 2024-04-30T10:00:00Z",
        "2024-01-31T10:00:00Z, 2023-12-15T10:00:00Z, MONTH, 2023-11-30T10:00:00Z, 2023-12-31T10:00:00Z",
        "2024-02-29T00:00:00Z, 2025-02-28T12:00:00Z, YEAR, 2025-02-28T00:00:00Z, 2026-02-28T00:00:00Z",
        "2024-03-09T12:00:00Z, 2024-03-10T12:30:00Z, DAY, 2024-03-10T12:00:00Z, 2024-03-11T12:00:00Z",
        "2024-03-01T12:00:00Z, 2024-03-15T11:30:00Z, WEEK, 2024-03-08T12:00:00Z, 2024-03-15T12:00:00Z",
        "2024-03-10T06:30:00Z, 2024-03-10T09:45:00Z, HOUR, 2024-03-10T09:30:00Z, 2024-03-10T10:30:00Z",
    })
    @DisplayName("counts whole units from the anchor")
    void vectors(String anchor, String now, Unit unit, String start, String end) {
        assertThat(period(anchor, now, ResetPeriod.of(unit)))
                .isEqualTo(UsagePeriod.between(Instant.parse(start), Instant.parse(end)));
    }

    @Test
    @DisplayName("is not one month late near a month's end, as Node's arithmetic is")
    void monthEnd() {
        UsagePeriod period = period("2024-11-30T15:00:00Z", "2024-12-31T00:14:00Z", ResetPeriod.of(Unit.MONTH));

        assertThat(period)
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2024-12-30T15:00:00Z"), Instant.parse("2025-01-30T15:00:00Z")));
    }

    @ParameterizedTest(name = "{0}: from {1}")
    @CsvSource({
        "EVERY_SUNDAY, 2025-01-19", "EVERY_MONDAY, 2025-01-20", "EVERY_TUESDAY, 2025-01-14",
        "EVERY_WEDNESDAY, 2025-01-15", "EVERY_THURSDAY, 2025-01-16", "EVERY_FRIDAY, 2025-01-17",
        "EVERY_SATURDAY, 2025-01-18",
    })
    @DisplayName("begins on the weekday that the plan names, whatever the anchor")
    void weekdays(Alignment alignment, String start) {
        Instant begin = Instant.parse(start + "T00:00:00Z");

        UsagePeriod period =
                period("2025-01-15T10:00:00Z", "2025-01-20T12:00:00Z", new ResetPeriod(Unit.WEEK, alignment));

        assertThat(period).isEqualTo(UsagePeriod.between(begin, begin.plus(Duration.ofDays(7))));
    }

    @Test
    @DisplayName("is the calendar month where the plan says so, without an anchor")
    void calendarMonth() {
        UsagePeriod period = UsagePeriods.at(
                Instant.parse("2024-02-29T23:59:59Z"),
                Optional.of(new ResetPeriod(Unit.MONTH, Alignment.START_OF_THE_MONTH)),
                Optional.empty());

        assertThat(period)
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2024-02-01T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kathmandu", "Pacific/Auckland"})
    @DisplayName("does not depend on the time zone of the process")
    void anyZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(period("2024-01-31T10:00:00Z", "2024-03-31T09:59:59Z", ResetPeriod.of(Unit.MONTH)))
                    .isEqualTo(UsagePeriod.between(
                            Instant.parse("2024-02-29T10:00:00Z"), Instant.parse("2024-03-31T10:00:00Z")));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @DisplayName("is unknown without an anchor, without a reset, of an unknown unit, or beyond the calendar")
    void unknown() {
        Instant now = Instant.parse("2025-01-15T10:00:00Z");
        Optional<ResetPeriod> monthly = Optional.of(ResetPeriod.of(Unit.MONTH));
        Optional<ResetPeriod> strange = Optional.of(ResetPeriod.of(Unit.UNKNOWN));

        assertThat(List.of(
                        UsagePeriods.at(now, monthly, Optional.empty()),
                        UsagePeriods.at(now, Optional.empty(), Optional.of(now)),
                        UsagePeriods.at(now, strange, Optional.of(now)),
                        UsagePeriods.at(Instant.MAX, monthly, Optional.of(now)),
                        UsagePeriods.at(now, monthly, Optional.of(Instant.MIN))))
                .containsOnly(UsagePeriod.none());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    @DisplayName("holds the instant, abuts its neighbours, and begins at the anchor's time of day")
    void properties(long seed) {
        Random random = new Random(seed);
        List<Unit> units = Arrays.stream(Unit.values())
                .filter(unit -> unit != Unit.UNKNOWN)
                .toList();
        for (int i = 0; i < 2_000; i++) {
            Instant anchor = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            Instant now = anchor.plusSeconds(random.nextLong(400_000_000L) - 200_000_000L);
            ResetPeriod reset = ResetPeriod.of(units.get(random.nextInt(units.size())));

            UsagePeriod period = UsagePeriods.at(now, Optional.of(reset), Optional.of(anchor));

            Instant start = period.start().orElseThrow();
            Instant end = period.end().orElseThrow();
            assertThat(now)
                    .as("anchor %s, %s", anchor, reset)
                    .isAfterOrEqualTo(start)
                    .isBefore(end);
            assertThat(UsagePeriods.at(end, Optional.of(reset), Optional.of(anchor))
                            .start())
                    .as("the period after %s, anchor %s, %s", period, anchor, reset)
                    .contains(end);
            if (reset.unit() != Unit.HOUR) {
                assertThat(start.atOffset(ZoneOffset.UTC).toLocalTime())
                        .isEqualTo(anchor.atOffset(ZoneOffset.UTC).toLocalTime());
            }
        }
    }
}
