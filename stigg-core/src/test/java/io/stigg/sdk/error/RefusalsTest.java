package io.stigg.sdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A refusal of Stigg's")
class RefusalsTest {
    private static StiggApiException refusal(int httpStatus, String... codes) {
        List<ApiError> errors = List.of(codes).stream()
                .map(code -> new ApiError("No.", Optional.of(code), Optional.of("trace-1"), Map.of("customerId", "a")))
                .toList();
        return StiggApiException.of("UpdateCustomer", httpStatus, errors);
    }

    @ParameterizedTest
    @CsvSource({
        "CustomerNotFound, StiggNotFoundException",
        "ProductNotFoundError, StiggNotFoundException",
        "SomethingNewNotFound, StiggNotFoundException",
        "DuplicatedEntityNotAllowed, StiggConflictException",
        "CreditGrantAlreadyVoided, StiggConflictException",
        "Unauthenticated, StiggAuthenticationException",
        "ApiKeyNotFound, StiggAuthenticationException",
        "RateLimitExceeded, StiggThrottledException",
        "InvalidArgumentError, StiggApiException",
    })
    @DisplayName("is of the class that a caller would branch on")
    void isOfItsClass(String code, String type) {
        StiggApiException refusal = refusal(200, code);

        assertThat(refusal.getClass().getSimpleName()).isEqualTo(type);
        assertThat(refusal.copy().getClass()).isEqualTo(refusal.getClass());
    }

    @ParameterizedTest
    @CsvSource({"401, StiggAuthenticationException", "429, StiggThrottledException", "500, StiggApiException"})
    @DisplayName("without an error is of the class that its status says")
    void isOfTheClassOfItsStatus(int status, String type) {
        assertThat(refusal(status).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    @DisplayName("keeps every error with its extensions, and a copy of it does")
    void keepsEverything() {
        StiggApiException refusal = refusal(200, "InvalidMetadataError", "CustomerNotFound");

        assertThat(refusal.errors())
                .extracting(error -> error.rawCode().orElse(""))
                .containsExactly("InvalidMetadataError", "CustomerNotFound");
        assertThat(refusal.errors()).allMatch(error -> error.extensions().equals(Map.of("customerId", "a")));
        assertThat(refusal.copy().errors()).isEqualTo(refusal.errors());
        assertThat(refusal.copy().traceId()).contains("trace-1");
    }
}
