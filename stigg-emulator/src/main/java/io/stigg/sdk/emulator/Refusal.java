package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses for reasons of the emulator's own, in the way in which the backend refuses. */
final class Refusal {
    private Refusal() {}

    static StiggApiException of(ErrorCode code, String message) {
        ApiError error = new ApiError(message, Optional.of(code.wireName()), Optional.empty(), Map.of());
        return StiggApiException.of("The request", 200, List.of(error));
    }

    static StiggApiException unsupported(String what) {
        return of(ErrorCode.UNSUPPORTED_PARAMETER, "The emulator does not serve " + what + " yet");
    }
}
