package io.stigg.sdk.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stigg was asked too much. The same may be asked later. */
public final class StiggThrottledException extends StiggApiException {
    private static final long serialVersionUID = 1;

    StiggThrottledException(
            String operation, int httpStatus, List<ApiError> errors, @Nullable StiggApiException cause) {
        super(operation, httpStatus, errors, cause);
    }
}
