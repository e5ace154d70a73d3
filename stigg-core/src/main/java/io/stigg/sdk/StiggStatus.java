package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a client is doing, and what that is concluded from. Immutable.
 *
 * @param state how it is doing
 * @param since since when
 * @param lastSuccess when Stigg last answered, empty when it never has
 * @param lastFailure the failure behind {@link State#DEGRADED} or {@link State#AUTHENTICATION_FAILED}
 */
public record StiggStatus(
        State state, Instant since, Optional<Instant> lastSuccess, Optional<StiggException> lastFailure) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public StiggStatus {
        requireNonNull(state, "state");
        requireNonNull(since, "since");
        requireNonNull(lastSuccess, "lastSuccess");
        requireNonNull(lastFailure, "lastFailure");
    }

    /** How a client is doing. */
    public enum State {
        /** It was built; Stigg has not answered yet. Checks work, and ask Stigg. */
        STARTING,
        /** Stigg's last answer was good: the key is accepted. */
        READY,
        /**
         * Stigg cannot be reached, or its answers make no sense. Checks answer from what is known, then from fallbacks;
         * the client keeps trying.
         */
        DEGRADED,
        /**
         * Stigg refuses the key. Checks answer from what is known while it is young enough, then from fallbacks. Only a
         * later success, such as after the key was enabled, ends this state.
         */
        AUTHENTICATION_FAILED,
        /** The client is closed. Checks answer from fallbacks, everything else throws. */
        CLOSED
    }
}
