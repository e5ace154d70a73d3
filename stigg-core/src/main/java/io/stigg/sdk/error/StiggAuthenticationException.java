package io.stigg.sdk.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stigg does not accept the API key: it is wrong, expired, or may not do this. Nothing helps but another key. */
public final class StiggAuthenticationException extends StiggApiException {
    private static final long serialVersionUID = 1;

    StiggAuthenticationException(
            String operation, int httpStatus, List<ApiError> errors, @Nullable StiggApiException cause) {
        super(operation, httpStatus, errors, cause);
    }
}
