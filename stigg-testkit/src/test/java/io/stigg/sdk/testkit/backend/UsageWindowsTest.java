package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Usage periods of the backend")
class UsageWindowsTest {
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2024-01-31T10:00:00Z, 2024-02-29T09:00:00Z, 2024-01-31T10:00:00Z, 2024-02-29T10:00:00Z",
        "MONTH, 2024-01-31T10:00:00Z, 2024-02-29T10:00:00Z, 2024-02-29T10:00:00Z, 2024-03-31T10:00:00Z",
        "MONTH, 2024-01-31T10:00:00Z, 2024-03-31T09:59:59Z, 2024-02-29T10:00:00Z, 2024-03-31T10:00:00Z",
        "MONTH, 2024-01-31T10:00:00Z, 2024-03-31T10:00:00Z, 2024-03-31T10:00:00Z, 2024-04-30T10:00:00Z",
        "MONTH, 2024-01-31T10:00:00Z, 2023-12-15T10:00:00Z, 2023-11-30T10:00:00Z, 2023-12-31T10:00:00Z",
        "MONTH, 2024-11-30T15:00:00Z, 2024-12-31T00:14:00Z, 2024-12-30T15:00:00Z, 2025-01-30T15:00:00Z",
        "YEAR, 2024-02-29T00:00:00Z, 2025-02-28T12:00:00Z, 2025-02-28T00:00:00Z, 2026-02-28T00:00:00Z",
        "DAY, 2024-03-09T12:00:00Z, 2024-03-10T12:30:00Z, 2024-03-10T12:00:00Z, 2024-03-11T12:00:00Z",
        "WEEK, 2024-03-01T12:00:00Z, 2024-03-15T11:30:00Z, 2024-03-08T12:00:00Z, 2024-03-15T12:00:00Z",
        "HOUR, 2024-03-10T06:30:00Z, 2024-03-10T09:45:00Z, 2024-03-10T09:30:00Z, 2024-03-10T10:30:00Z",
    })
    @DisplayName("are counted from the anchor, and a short month clamps its own boundary alone")
    void fromTheAnchor(Unit unit, Instant anchor, Instant now, Instant start, Instant end) {
        assertThat(UsageWindows.at(now, anchor, unit)).isEqualTo(UsagePeriod.between(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, SUBSCRIPTION_START, 2025-01-15T10:00:00Z",
        "MONTH, START_OF_THE_MONTH, 2025-01-01T00:00:00Z",
        "WEEK, EVERY_MONDAY, 2025-01-13T00:00:00Z",
        "WEEK, EVERY_TUESDAY, 2025-01-14T00:00:00Z",
        "WEEK, EVERY_WEDNESDAY, 2025-01-15T00:00:00Z",
        "WEEK, EVERY_THURSDAY, 2025-01-09T00:00:00Z",
        "WEEK, EVERY_FRIDAY, 2025-01-10T00:00:00Z",
        "WEEK, EVERY_SATURDAY, 2025-01-11T00:00:00Z",
        "WEEK, EVERY_SUNDAY, 2025-01-12T00:00:00Z",
    })
    @DisplayName("are anchored on or before the start of the subscription")
    void anchors(Unit unit, Alignment alignment, Instant anchor) {
        Instant start = Instant.parse("2025-01-15T10:00:00Z");

        assertThat(UsageWindows.anchor(start, new ResetPeriod(unit, alignment))).isEqualTo(anchor);
    }

    @ParameterizedTest
    @EnumSource(value = Unit.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    @DisplayName("hold the instant, and lie end to end")
    void tile(Unit unit) {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Instant anchor = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
            Instant now = anchor.plusSeconds(random.nextInt(400_000_000) - 100_000_000);

            UsagePeriod period = UsageWindows.at(now, anchor, unit);

            Instant start = period.start().orElseThrow();
            Instant end = period.end().orElseThrow();
            assertThat(start).as("seed %s", seed).isBeforeOrEqualTo(now);
            assertThat(end).as("seed %s", seed).isAfter(now);
            assertThat(UsageWindows.at(end, anchor, unit).start())
                    .as("seed %s", seed)
                    .contains(end);
            assertThat(UsageWindows.at(start, anchor, unit)).as("seed %s", seed).isEqualTo(period);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Alignment.class, mode = EnumSource.Mode.MATCH_ALL, names = "EVERY_.*")
    @DisplayName("of a calendar week start on its day at midnight, for ever")
    void calendarWeeks(Alignment alignment) {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Instant began = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
            Instant now = began.plus(Duration.ofMinutes(random.nextInt(10_000_000)));
            Instant anchor = UsageWindows.anchor(began, new ResetPeriod(Unit.WEEK, alignment));

            OffsetDateTime start = UsageWindows.at(now, anchor, Unit.WEEK)
                    .start()
                    .orElseThrow()
                    .atOffset(ZoneOffset.UTC);

            assertThat(alignment.name())
                    .as("seed %s", seed)
                    .endsWith(start.getDayOfWeek().name());
            assertThat(start.toLocalTime().toSecondOfDay()).as("seed %s", seed).isZero();
        }
    }
}
