package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** A cache that several processes share could not be used. */
public final class StiggCacheException extends StiggException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message which cache, and what was to be done
     * @param cause what went wrong, or null
     */
    public StiggCacheException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public StiggCacheException copy() {
        return new StiggCacheException(String.valueOf(getMessage()), this);
    }
}
