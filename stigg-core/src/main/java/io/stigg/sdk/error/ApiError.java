package io.stigg.sdk.error;

import java.util.Map;
import java.util.Optional;

/**
 * One of the errors in an answer of Stigg's. Immutable.
 *
 * @param message Stigg's text
 * @param rawCode Stigg's code, as sent
 * @param traceId Stigg's id of the request, for its support
 * @param extensions everything else that was sent: text, numbers, booleans, lists and maps of them
 */
public record ApiError(
        String message, Optional<String> rawCode, Optional<String> traceId, Map<String, Object> extensions) {
    /** Copies the extensions. */
    public ApiError {
        extensions = Map.copyOf(extensions);
    }
}
