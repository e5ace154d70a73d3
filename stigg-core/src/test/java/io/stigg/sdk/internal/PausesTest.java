package io.stigg.sdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pauses before the stream is opened again")
class PausesTest {
    private double random = 1;
    private final Pauses pauses = new Pauses(() -> random);

    private void pauses(int count) {
        IntStream.range(0, count).forEach(i -> pauses.next(false));
    }

    @Test
    @DisplayName("double from half a second to half a minute")
    void growth() {
        assertThat(IntStream.range(0, 9).mapToObj(i -> pauses.next(false).toMillis()))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    @DisplayName("are anything down to nothing, so that clients come back apart")
    void jitter() {
        pauses(5);
        random = 0.25;

        assertThat(pauses.next(false)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    @DisplayName("are half a minute at least, and five and a half minutes at most, after throttling")
    void throttled() {
        pauses(30);
        Duration longest = pauses.next(true);
        random = 0;

        assertThat(pauses.next(true)).isEqualTo(Duration.ofSeconds(30));
        assertThat(longest).isGreaterThan(Duration.ofMinutes(1)).isLessThanOrEqualTo(Duration.ofSeconds(330));
    }

    @Test
    @DisplayName("start again from half a second after a reset")
    void reset() {
        pauses(5);

        pauses.reset();

        assertThat(pauses.next(false)).isEqualTo(Duration.ofMillis(500));
    }
}
