package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import java.util.Set;

/** Whose fault it is that Stigg does not take something. Pure. */
final class Faults {
    private static final Set<ErrorCode> FORBIDDEN = Set.of(ErrorCode.IDENTITY_FORBIDDEN, ErrorCode.ACCESS_DENIED_ERROR);

    private Faults() {}

    /** Stigg looked at what was sent, and will not have it: others may be taken, and the same never will be. */
    static boolean isOfWhatWasSent(StiggException failure) {
        return failure instanceof StiggApiException refusal
                && !refusal.isRetryable()
                && !refusal.isAuthenticationFailure()
                && !isForbidden(refusal);
    }

    private static boolean isForbidden(StiggApiException refusal) {
        return refusal.httpStatus() == 403 || FORBIDDEN.contains(refusal.code());
    }

    /** Stigg fell over it, or said what makes no sense: what was sent may be the reason. */
    static boolean mayBeOfWhatWasSent(StiggException failure) {
        return failure instanceof StiggProtocolException
                || (failure instanceof StiggApiException answer && answer.httpStatus() >= 500);
    }

    /** It is no use to try again soon. */
    static boolean lasts(StiggException failure) {
        return failure instanceof StiggApiException answer
                && (answer.isThrottled() || answer.isAuthenticationFailure() || isForbidden(answer));
    }
}
