package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** Entitlements could not be read from where they were kept, or not be kept there. */
public final class StiggArchiveException extends StiggException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message where they are kept, and what is wrong with it
     * @param cause what went wrong, or null
     */
    public StiggArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public StiggArchiveException copy() {
        return new StiggArchiveException(String.valueOf(getMessage()), this);
    }
}
