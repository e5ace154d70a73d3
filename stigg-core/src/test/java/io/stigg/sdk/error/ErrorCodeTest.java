package io.stigg.sdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Error codes and exceptions")
class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource(value = ErrorCode.class)
    @DisplayName("are found by the API's spelling")
    void bySpelling(ErrorCode code) {
        assertThat(ErrorCode.ofWire(code.wireName())).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_NOT_FOUND, CUSTOMER_NOT_FOUND",
        "UNAUTHENTICATED, UNAUTHENTICATED",
        "ENTITLEMENT_LIMIT_EXCEEDED, ENTITLEMENT_LIMIT_EXCEEDED_ERROR",
        "rate_limit_exceeded, RATE_LIMIT_EXCEEDED",
        "SomethingOfTomorrow, UNKNOWN",
    })
    @DisplayName("are found by the documentation's spelling, and unknown ones are UNKNOWN")
    void byDocumentation(String text, ErrorCode code) {
        assertThat(ErrorCode.ofWire(text)).isEqualTo(code);
    }

    @Test
    @DisplayName("keep all that Stigg sent")
    void everything() {
        ApiError first = new ApiError(
                "no such customer", Optional.of("CustomerNotFound"), Optional.of("t-1"), Map.of("id", "acme"));
        ApiError second = new ApiError("and more", Optional.empty(), Optional.empty(), Map.of());

        StiggApiException refused = StiggApiException.of("ReportUsage", 200, List.of(first, second));

        assertThat(refused.code()).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refused.traceId()).contains("t-1");
        assertThat(refused.errors()).containsExactly(first, second);
        assertThat(refused)
                .hasMessage("ReportUsage was refused by Stigg; no such customer; code CustomerNotFound; trace t-1");
    }

    @ParameterizedTest
    @CsvSource({"400, false", "401, false", "404, false", "408, true", "429, true", "500, true", "503, true"})
    @DisplayName("tell what may succeed later")
    void retryable(int status, boolean retryable) {
        assertThat(StiggApiException.of("ReportUsage", status, List.of()).isRetryable())
                .isEqualTo(retryable);
    }

    @Test
    @DisplayName("are copied for each who waits, with the original as the cause")
    void copies() {
        StiggException original = StiggTransportException.timedOut("no answer within 3 s", null);

        StiggException copy = original.copy();

        assertThat(copy).hasMessage("no answer within 3 s").hasCause(original);
        assertThat(((StiggTransportException) copy).isTimeout()).isTrue();
    }
}
