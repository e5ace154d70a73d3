package io.stigg.sdk.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Time that is steady")
class SteadyTimeTest {
    private static final Instant TEN = Instant.parse("2025-01-15T10:00:00.123456789Z");

    private Instant stated = TEN;
    private long passed;
    private final SteadyTime time = new SteadyTime(() -> stated, () -> passed);

    private void pass(Duration duration) {
        stated = stated.plus(duration);
        passed += duration.toNanos();
    }

    @Test
    @DisplayName("is what its source states, to the nanosecond")
    void stated() {
        Instant first = time.now();
        pass(Duration.ofMillis(1_234));

        assertThat(first).isEqualTo(TEN);
        assertThat(time.now()).isEqualTo(TEN.plusMillis(1_234));
    }

    @Test
    @DisplayName("does not go back when its source does, and passes at half speed")
    void setBack() {
        time.now();
        stated = TEN.minusSeconds(3_600);

        Instant atOnce = time.now();
        pass(Duration.ofSeconds(10));
        Instant later = time.now();

        assertThat(atOnce).isEqualTo(TEN);
        assertThat(later).isEqualTo(TEN.plusSeconds(5));
    }

    @Test
    @DisplayName("agrees with its source again once that has caught up")
    void caughtUp() {
        time.now();
        stated = TEN.minusSeconds(60);
        time.now();

        pass(Duration.ofMinutes(2));
        Instant met = time.now();
        pass(Duration.ofSeconds(10));

        assertThat(met).isEqualTo(TEN.plusSeconds(60));
        assertThat(time.now()).isEqualTo(TEN.plusSeconds(70));
    }

    @Test
    @DisplayName("follows its source at once when that is set forward")
    void setForward() {
        time.now();

        stated = TEN.plusSeconds(3_600);

        assertThat(time.now()).isEqualTo(TEN.plusSeconds(3_600));
    }

    @Test
    @DisplayName("is right before 1970, too")
    void longAgo() {
        stated = Instant.parse("1969-12-31T23:59:58.500Z");

        assertThat(time.now()).isEqualTo(stated);
    }
}
