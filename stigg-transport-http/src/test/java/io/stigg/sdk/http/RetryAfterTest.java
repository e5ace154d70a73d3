package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Retry-After")
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "' 7 ' | PT7S",
                "999999999 | PT277777H46M39S",
                "Sun, 01 Mar 2026 10:00:05 GMT | PT5S",
                "Sun, 1 Mar 2026 09:00:00 GMT | PT0S",
                "-1 |",
                "1.5 |",
                "soon |",
                "'' |",
                "99999999999999999999 |",
                "Mon, 01 Mar 2026 10:00:05 GMT |",
            })
    @DisplayName("is seconds or a date, and nothing when it is neither")
    void isSecondsOrADate(String text, Duration expected) {
        assertThat(RetryAfter.parse(text, NOW)).isEqualTo(Optional.ofNullable(expected));
    }
}
