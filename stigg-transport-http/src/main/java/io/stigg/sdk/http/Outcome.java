package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import java.time.Duration;
import java.util.Optional;

/** How an exchange went. */
sealed interface Outcome<R> {
    /** Stigg answered. */
    record Success<R>(R answer) implements Outcome<R> {}

    /**
     * It failed.
     *
     * @param exception why
     * @param repeat whether another attempt is sensible and safe
     * @param pause how long Stigg asks to wait before it
     */
    record Failure<R>(StiggException exception, Repeat repeat, Optional<Duration> pause) implements Outcome<R> {
        boolean allowsRepeating(Call<?> call) {
            return repeat == Repeat.SAFE
                    || (repeat == Repeat.IF_REPEATABLE && call.operation().isRepeatable());
        }

        boolean isAuthenticationFailure() {
            return exception instanceof StiggApiException refusal && refusal.isAuthenticationFailure();
        }
    }

    /** What may be done after a failure. */
    enum Repeat {
        /** It would fail again. */
        POINTLESS,
        /** Stigg may have acted on the request. */
        IF_REPEATABLE,
        /** Stigg has not acted on the request. */
        SAFE
    }
}
