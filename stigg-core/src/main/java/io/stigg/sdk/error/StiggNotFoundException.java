package io.stigg.sdk.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was named does not exist: a customer, a subscription, a plan, a feature. {@link #code()} tells what. */
public final class StiggNotFoundException extends StiggApiException {
    private static final long serialVersionUID = 1;

    StiggNotFoundException(String operation, int httpStatus, List<ApiError> errors, @Nullable StiggApiException cause) {
        super(operation, httpStatus, errors, cause);
    }
}
