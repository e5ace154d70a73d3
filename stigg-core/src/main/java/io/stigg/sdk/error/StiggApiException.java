package io.stigg.sdk.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stigg answered, and refused. Where a caller would do something else than fail, the refusal is of a class of its own;
 * everything else is told apart by {@link #code()}.
 */
public sealed class StiggApiException extends StiggException
        permits StiggAuthenticationException, StiggConflictException, StiggNotFoundException, StiggThrottledException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final int httpStatus;
    private final transient List<ApiError> errors;

    StiggApiException(String operation, int httpStatus, List<ApiError> errors, @Nullable StiggApiException cause) {
        super(describe(operation, httpStatus, errors), cause);
        this.operation = operation;
        this.httpStatus = httpStatus;
        this.errors = List.copyOf(errors);
    }

    /**
     * Makes an exception for a refused operation, of the class that says why.
     *
     * @param operation the operation's name
     * @param httpStatus the status of the HTTP response, 0 where there was none
     * @param errors what Stigg sent; the first is taken for the cause
     * @return the exception
     */
    public static StiggApiException of(String operation, int httpStatus, List<ApiError> errors) {
        return of(new StiggApiException(operation, httpStatus, errors, null), null);
    }

    private static StiggApiException of(StiggApiException plain, @Nullable StiggApiException cause) {
        String code = plain.rawCode().orElse("");
        if (plain.isAuthenticationFailure()) {
            return new StiggAuthenticationException(plain.operation, plain.httpStatus, plain.errors(), cause);
        } else if (plain.isThrottled()) {
            return new StiggThrottledException(plain.operation, plain.httpStatus, plain.errors(), cause);
        } else if (code.contains("NotFound")) {
            return new StiggNotFoundException(plain.operation, plain.httpStatus, plain.errors(), cause);
        } else if (code.contains("Already") || code.contains("Duplicate")) {
            return new StiggConflictException(plain.operation, plain.httpStatus, plain.errors(), cause);
        }
        return new StiggApiException(plain.operation, plain.httpStatus, plain.errors(), cause);
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
    public final ErrorCode code() {
        return rawCode().map(ErrorCode::ofWire).orElse(ErrorCode.UNKNOWN);
    }

    /**
     * Returns the code of the first error as Stigg sent it.
     *
     * @return the code
     */
    public final Optional<String> rawCode() {
        return errors().stream().findFirst().flatMap(ApiError::rawCode);
    }

    /**
     * Returns Stigg's id of the request, for its support.
     *
     * @return the id
     */
    public final Optional<String> traceId() {
        return errors().stream().findFirst().flatMap(ApiError::traceId);
    }

    /**
     * Returns the name of the operation that was refused.
     *
     * @return the operation
     */
    public final String operation() {
        return operation;
    }

    /**
     * Returns the status of the HTTP response.
     *
     * @return the status, 0 where there was none
     */
    public final int httpStatus() {
        return httpStatus;
    }

    /**
     * Returns everything that Stigg sent.
     *
     * @return the errors, the cause first; empty after serialization
     */
    public final List<ApiError> errors() {
        return errors == null ? List.of() : errors;
    }

    /**
     * Tells whether the API key was refused.
     *
     * @return true if the key is wrong, expired or not allowed
     */
    public final boolean isAuthenticationFailure() {
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
    public final boolean isThrottled() {
        return httpStatus == 429 || code() == ErrorCode.RATE_LIMIT_EXCEEDED;
    }

    @Override
    public final boolean isRetryable() {
        return isThrottled()
                || httpStatus == 408
                || httpStatus == 425
                || httpStatus >= 500
                || code() == ErrorCode.OPERATION_TIMEOUT;
    }

    @Override
    public final StiggApiException copy() {
        return of(this, this);
    }
}
