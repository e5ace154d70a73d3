package io.stigg.sdk.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for clashes with what is there: it exists, or it was done before. Whoever repeats a write whose fate is not
 * known may take this for success. */
public final class StiggConflictException extends StiggApiException {
    private static final long serialVersionUID = 1;

    StiggConflictException(String operation, int httpStatus, List<ApiError> errors, @Nullable StiggApiException cause) {
        super(operation, httpStatus, errors, cause);
    }
}
