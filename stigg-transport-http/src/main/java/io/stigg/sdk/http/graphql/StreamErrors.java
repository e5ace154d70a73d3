package io.stigg.sdk.http.graphql;

import io.stigg.sdk.error.ApiError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the two errors that a stream tells by their text alone. */
public final class StreamErrors {
    private static final String KEY_REFUSED = "Unauthenticated";
    private static final String THROTTLED = "RateLimitExceeded";

    private StreamErrors() {}

    /**
     * Makes the error of a key that is refused.
     *
     * @param message what Stigg says, without secrets
     * @return the error
     */
    public static ApiError keyRefused(String message) {
        return new ApiError(message, Optional.of(KEY_REFUSED), Optional.empty(), Map.of());
    }

    /**
     * Makes the error of a client that asks too often.
     *
     * @param message what Stigg says, without secrets
     * @return the error
     */
    public static ApiError throttled(String message) {
        return new ApiError(message, Optional.of(THROTTLED), Optional.empty(), Map.of());
    }

    /**
     * Finds out what a text means.
     *
     * @param text what Stigg says
     * @param message what to say in the error, without secrets
     * @return the error; empty if the text means none of the two
     */
    public static Optional<ApiError> meantBy(String text, String message) {
        if (text.strip().equalsIgnoreCase("Invalid API key")) {
            return Optional.of(keyRefused(message));
        }
        return text.contains("ThrottlerException") ? Optional.of(throttled(message)) : Optional.empty();
    }

    static List<ApiError> classified(List<ApiError> errors) {
        return errors.stream().map(StreamErrors::classified).toList();
    }

    private static ApiError classified(ApiError error) {
        return meantBy(error.message(), error.message())
                .map(meant -> new ApiError(error.message(), meant.rawCode(), error.traceId(), error.extensions()))
                .orElse(error);
    }
}
