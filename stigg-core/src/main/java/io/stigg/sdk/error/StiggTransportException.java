package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** No answer came: Stigg could not be reached, or not in time. Whether it acted on the request is not known. */
public final class StiggTransportException extends StiggException {
    private static final long serialVersionUID = 1;

    private final boolean timeout;

    /**
     * Makes an exception.
     *
     * @param message what was being done, and where
     * @param timeout whether time ran out
     * @param cause what went wrong, or null
     */
    private StiggTransportException(String message, boolean timeout, @Nullable Throwable cause) {
        super(message, cause);
        this.timeout = timeout;
    }

    /**
     * Makes an exception for a failed connection.
     *
     * @param message what was being done, and where
     * @param cause what went wrong, or null
     * @return the exception
     */
    public static StiggTransportException unreachable(String message, @Nullable Throwable cause) {
        return new StiggTransportException(message, false, cause);
    }

    /**
     * Makes an exception for time that ran out.
     *
     * @param message what was being done, and for how long
     * @param cause what went wrong, or null
     * @return the exception
     */
    public static StiggTransportException timedOut(String message, @Nullable Throwable cause) {
        return new StiggTransportException(message, true, cause);
    }

    /**
     * Tells whether time ran out.
     *
     * @return true for a timeout
     */
    public boolean isTimeout() {
        return timeout;
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public StiggTransportException copy() {
        return new StiggTransportException(String.valueOf(getMessage()), timeout, this);
    }
}
