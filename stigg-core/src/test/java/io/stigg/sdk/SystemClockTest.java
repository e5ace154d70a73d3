package io.stigg.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The system's clock")
class SystemClockTest {
    private final SdkClock clock = SdkClock.system();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    @DisplayName("tells a coarse time that goes on while it is read")
    void coarse() {
        long first = clock.coarseMillis();

        await().atMost(Duration.ofSeconds(5)).until(() -> clock.coarseMillis() > first + 100);

        assertThat(clock.coarseMillis())
                .isCloseTo(System.currentTimeMillis(), org.assertj.core.data.Offset.offset(2_000L));
    }

    @Test
    @DisplayName("tells the right coarse time after it was asleep")
    void asleep() throws InterruptedException {
        clock.coarseMillis();
        CountDownLatch later = new CountDownLatch(1);
        clock.schedule(Duration.ofMillis(300), later::countDown);
        assertThat(later.await(5, TimeUnit.SECONDS)).isTrue();

        long before = System.currentTimeMillis();

        assertThat(clock.coarseMillis()).isGreaterThanOrEqualTo(before);
    }

    @Test
    @DisplayName("goes on when its source is set back, and follows it when it is set forward")
    void setBack() {
        AtomicReference<Instant> source = new AtomicReference<>(Instant.parse("2025-01-15T10:00:00Z"));
        try (SdkClock following = SdkClock.system(source::get)) {
            Instant before = following.now();

            source.set(before.minus(Duration.ofHours(1)));
            Instant setBack = following.now();
            source.set(before.plus(Duration.ofHours(1)));

            assertThat(setBack).isBetween(before, before.plus(Duration.ofMinutes(1)));
            assertThat(following.now()).isEqualTo(before.plus(Duration.ofHours(1)));
            assertThat(following.coarseMillis())
                    .isEqualTo(before.plus(Duration.ofHours(1)).toEpochMilli());
        }
    }

    @Test
    @DisplayName("runs what is scheduled, and not what was called off")
    void schedules() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicBoolean calledOff = new AtomicBoolean();

        Registration registration = clock.schedule(Duration.ofSeconds(1), () -> calledOff.set(true));
        registration.close();
        clock.schedule(Duration.ofMillis(1_100), ran::countDown);

        assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(calledOff).isFalse();
    }

    @Test
    @DisplayName("ends its thread when it is closed, and still tells the time")
    void closes() {
        clock.coarseMillis();

        clock.close();
        clock.schedule(Duration.ZERO, () -> {}).close();

        assertThat(clock.coarseMillis()).isPositive();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("stigg-timer") && thread.isAlive()));
    }
}
