package io.stigg.sdk.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stigg answered, and refused. */
public final class StiggApiException extends StiggException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final int httpStatus;
    private final transient List<ApiError> errors;

    /**
     * Makes an exception for a refused operation.
     *
     * @param operation the operation's name
     * @param httpStatus the status of the HTTP response, 0 where there was none
     * @param errors what Stigg sent; the first is taken for the cause
     */
    public StiggApiException(String operation, int httpStatus, List<ApiError> errors) {
        this(operation, httpStatus, List.copyOf(errors), null);
    }

    private StiggApiException(
            String operation,
            int httpStatus,
            List<ApiError> errors,
            @org.jspecify.annotations.Nullable StiggApiException cause) {
        super(describe(operation, httpStatus, errors), cause);
        this.operation = operation;
        this.httpStatus = httpStatus;
        this.errors = errors;
    }

    private static String describe(String operation, int httpStatus, List<ApiError> errors) {
        List<String> parts = new ArrayList<>();
        parts.add(operation + " was refused by Stigg");
        errors.stream().findFirst().ifPresent(error -> {
            parts.add(error.message());
            error.rawCode().ifPresent(code -> parts.add("code " + code));
            error.traceId().ifPresent(id -> parts.add("trace " + id));
        });
        if (httpStatus != 0 && httpStatus != 200) {
            parts.add("HTTP " + httpStatus);
        }
        return String.join("; ", parts);
    }

    /**
     * Returns the code of the first error.
     *
     * @return the code, {@link ErrorCode#UNKNOWN} if there is none or this SDK does not know it
     */
    public ErrorCode code() {
        return rawCode().map(ErrorCode::ofWire).orElse(ErrorCode.UNKNOWN);
    }

    /**
     * Returns the code of the first error as Stigg sent it.
     *
     * @return the code
     */
    public Optional<String> rawCode() {
        return errors().stream().findFirst().flatMap(ApiError::rawCode);
    }

    /**
     * Returns Stigg's id of the request, for its support.
     *
     * @return the id
     */
    public Optional<String> traceId() {
        return errors().stream().findFirst().flatMap(ApiError::traceId);
    }

    /**
     * Returns the name of the operation that was refused.
     *
     * @return the operation
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the status of the HTTP response.
     *
     * @return the status, 0 where there was none
     */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * Returns everything that Stigg sent.
     *
     * @return the errors, the cause first; empty after serialization
     */
    public List<ApiError> errors() {
        return errors == null ? List.of() : errors;
    }

    /**
     * Tells whether the API key was refused.
     *
     * @return true if the key is wrong, expired or not allowed
     */
    public boolean isAuthenticationFailure() {
        return httpStatus == 401
                || code() == ErrorCode.UNAUTHENTICATED
                || code() == ErrorCode.API_KEY_EXPIRED
                || code() == ErrorCode.API_KEY_NOT_FOUND;
    }

    /**
     * Tells whether there were too many requests.
     *
     * @return true if Stigg wants to be asked less often
     */
    public boolean isThrottled() {
        return httpStatus == 429 || code() == ErrorCode.RATE_LIMIT_EXCEEDED;
    }

    @Override
    public boolean isRetryable() {
        return isThrottled()
                || httpStatus == 408
                || httpStatus == 425
                || httpStatus >= 500
                || code() == ErrorCode.OPERATION_TIMEOUT;
    }

    @Override
    public StiggApiException copy() {
        return new StiggApiException(operation, httpStatus, errors(), this);
    }
}
