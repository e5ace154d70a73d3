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
 * @param updates how it learns what changes
 */
public record StiggStatus(
        State state,
        Instant since,
        Optional<Instant> lastSuccess,
        Optional<StiggException> lastFailure,
        Updates updates) {
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
        requireNonNull(updates, "updates");
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

    /** How a client learns what changes. */
    public enum Updates {
        /** Not by being told: live updates are switched off, the transport has none, or the client is closed. */
        OFF,
        /** Stigg is being asked to tell, for the first time. What is old is asked for again meanwhile. */
        CONNECTING,
        /** Stigg tells, as it changes. */
        LIVE,
        /** The connection was lost a moment ago and is being made again. What is held is used, and said to be stale. */
        RECONNECTING,
        /** The connection has been away for long. What is held is asked for again and again when it gets old. */
        POLLING,
        /**
         * Stigg refuses the key. The connection is not made again before Stigg's API has refused and then accepted the key. If
         * the connection is refused even then, it stays so; what is held is asked for again and again when it gets old.
         */
        REFUSED
    }
}
