package io.stigg.sdk.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.backend.UsageLog.Reading;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A log of usage")
class UsageLogTest {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private final UsageLog log = new UsageLog(Tally::ofReports);

    private static Instant hour(double hours) {
        return START.plusSeconds((long) (hours * 3_600));
    }

    private void add(double hour, double value) {
        log.add(hour(hour), value, UpdateBehavior.DELTA, Map.of(), hour(hour));
    }

    private Usage on(int day, double nowHour) {
        return log.usage(UsagePeriod.between(hour(24 * day), hour(24 * day + 24)), hour(nowHour));
    }

    @Test
    @DisplayName("knows nothing at first")
    void empty() {
        assertThat(on(0, 1).currentUsage()).isZero();
        assertThat(on(0, 1).updatedAt()).isEmpty();
    }

    @Test
    @DisplayName("counts a measurement in the period in which it happened, from its start, up to its end")
    void countsInItsPeriod() {
        add(0, 1);
        add(23.9, 2);
        add(24, 4);

        assertThat(on(0, 23.95).currentUsage()).isEqualTo(3);
        assertThat(on(1, 25).currentUsage()).isEqualTo(4);
    }

    @Test
    @DisplayName("says of a period without measurements that it has been so since the period began")
    void emptyPeriod() {
        add(1, 3);

        assertThat(on(1, 30).currentUsage()).isZero();
        assertThat(on(1, 30).updatedAt()).contains(hour(24));
    }

    @Test
    @DisplayName("counts what comes late where it belongs")
    void countsLateOnes() {
        add(5, 10);
        assertThat(on(0, 5).currentUsage()).isEqualTo(10);

        log.add(hour(1), 7, UpdateBehavior.SET, Map.of(), hour(6));

        assertThat(on(0, 6).currentUsage()).isEqualTo(17);
        assertThat(on(0, 6).updatedAt()).contains(hour(6));
    }

    @Test
    @DisplayName("starts again at an instant that has passed; what came later counts")
    void restarts() {
        add(1, 3);
        add(6, 2);
        log.restart(hour(5), hour(7));

        assertThat(on(0, 7).currentUsage()).isEqualTo(2);
        assertThat(on(0, 7).updatedAt()).contains(hour(7));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("comes to what adding everything up from the start comes to")
    void agreesWithTheObvious(long seed) {
        Random random = new Random(seed);
        List<Told> told = new ArrayList<>();
        Instant now = START;
        for (int step = 0; step < 300; step++) {
            now = now.plusSeconds(random.nextInt(20_000));
            Instant at = random.nextInt(4) == 0 ? now.minusSeconds(random.nextInt(100_000)) : now;
            UpdateBehavior behavior = random.nextInt(5) == 0 ? UpdateBehavior.SET : UpdateBehavior.DELTA;
            Told next = new Told(at, random.nextInt(40) - 10, behavior);
            told.add(next);
            log.add(at, next.value, behavior, Map.of(), now);

            Instant asked = random.nextInt(10) == 0 ? now.minusSeconds(random.nextInt(50_000)) : now;
            UsagePeriod period = random.nextInt(10) == 0 ? UsagePeriod.none() : UsageWindows.at(asked, START, Unit.DAY);

            assertThat(log.usage(period, now).currentUsage())
                    .as("seed %s, step %s", seed, step)
                    .isEqualTo(obvious(told, period.start(), now));
        }
    }

    private record Told(Instant at, double value, UpdateBehavior behavior) {}

    private static double obvious(List<Told> told, Optional<Instant> from, Instant now) {
        double usage = 0;
        for (Told one : told.stream().sorted(Comparator.comparing(Told::at)).toList()) {
            if (!one.at.isAfter(now) && !one.at.isBefore(from.orElse(Instant.MIN))) {
                usage = Math.max(0, one.behavior == UpdateBehavior.SET ? one.value : usage + one.value);
            }
        }
        return usage;
    }

    @Test
    @DisplayName("is parted by dimensions, each part starting again where the whole does, also within one instant")
    void groups() {
        log.add(hour(1), 3, UpdateBehavior.DELTA, Map.of("region", "eu"), hour(1));
        log.add(hour(1), 4, UpdateBehavior.DELTA, Map.of("region", "us", "model", "x"), hour(1));
        log.restart(hour(2), hour(2));
        log.add(hour(2), 5, UpdateBehavior.DELTA, Map.of("region", "eu"), hour(2));
        log.add(hour(2), 6, UpdateBehavior.DELTA, Map.of(), hour(2));

        Map<Map<String, String>, UsageLog> groups = log.groups(List.of("region"));

        assertThat(groups).containsOnlyKeys(Map.of("region", "eu"), Map.of("region", "us"), Map.of());
        assertThat(groups.get(Map.of("region", "eu")).readings(hour(3), at -> Optional.empty()))
                .extracting(Reading::value)
                .containsExactly(3.0, 0.0, 5.0);
        assertThat(groups.get(Map.of("region", "us")).readings(hour(3), at -> Optional.empty()))
                .extracting(Reading::value)
                .containsExactly(4.0, 0.0);
    }
}
