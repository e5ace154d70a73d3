package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the errors that Stigg would send, for one operation. */
record Refusals(String operation) {
    StiggApiException because(ErrorCode code, String message) {
        ApiError error = new ApiError(message, Optional.of(code.wireName()), Optional.empty(), Map.of());
        return StiggApiException.of(operation, 0, List.of(error));
    }

    StiggApiException customerNotFound(String customerId) {
        return because(ErrorCode.CUSTOMER_NOT_FOUND, "Customer not found: " + customerId);
    }

    StiggApiException featureNotFound(String featureId) {
        return because(ErrorCode.FEATURE_NOT_FOUND, "Feature not found: " + featureId);
    }
}
