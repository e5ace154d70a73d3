package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** Events could not be kept until Stigg has them. What was published is with the caller still. */
public final class StiggOutboxException extends StiggException {
    private static final long serialVersionUID = 1;

    private final boolean full;

    private StiggOutboxException(String message, boolean full, @Nullable Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    /**
     * Makes an exception for an outbox without room.
     *
     * @param message which outbox, and what it holds
     * @return the exception
     */
    public static StiggOutboxException full(String message) {
        return new StiggOutboxException(message, true, null);
    }

    /**
     * Makes an exception for an outbox that cannot be used.
     *
     * @param message which outbox, and why
     * @param cause what went wrong, or null
     * @return the exception
     */
    public static StiggOutboxException unusable(String message, @Nullable Throwable cause) {
        return new StiggOutboxException(message, false, cause);
    }

    /**
     * Tells whether there was no room.
     *
     * @return true if there may be room later, when Stigg has taken some
     */
    public boolean isFull() {
        return full;
    }

    @Override
    public boolean isRetryable() {
        return full;
    }

    @Override
    public StiggOutboxException copy() {
        return new StiggOutboxException(String.valueOf(getMessage()), full, this);
    }
}
