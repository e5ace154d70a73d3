package io.stigg.sdk.testkit;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the line between clients and Stigg is like. */
enum LineState {
    UP,
    DOWN,
    SILENT,
    REFUSING_KEY;

    boolean isFailing() {
        return this == DOWN || this == REFUSING_KEY;
    }

    /** Returns what whoever asks is told at once; empty if there is an answer, be it later. */
    Optional<StiggException> failure(String operation) {
        return switch (this) {
            case UP, SILENT -> Optional.empty();
            case DOWN -> Optional.of(StiggTransportException.unreachable(operation + ": Stigg is down", null));
            case REFUSING_KEY -> Optional.of(refusedKey(operation));
        };
    }

    private static StiggApiException refusedKey(String operation) {
        ApiError error =
                new ApiError("the API key is not valid", Optional.of("Unauthenticated"), Optional.empty(), Map.of());
        return StiggApiException.of(operation, 401, List.of(error));
    }
}
