package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * Something asked of Stigg failed. The subclass tells where: Stigg refused, no answer came, the answer made no sense, some of
 * many things were not accepted, events could not be kept, a shared cache could not be used, an archive could not be read or
 * written, or the client works offline.
 *
 * <p>No message contains the API key.
 */
public abstract sealed class StiggException extends RuntimeException
        permits StiggApiException,
                StiggArchiveException,
                StiggBulkException,
                StiggCacheException,
                StiggOfflineException,
                StiggOutboxException,
                StiggProtocolException,
                StiggTransportException {
    private static final long serialVersionUID = 1;

    StiggException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Tells whether the same request may succeed later.
     *
     * @return true if it is worth another try; whether that is safe depends on the request
     */
    public abstract boolean isRetryable();

    /**
     * Makes a copy for one of several who wait for the same outcome, with this exception as its cause. A shared exception
     * would collect everybody's stack traces.
     *
     * @return an exception of the same class
     */
    public abstract StiggException copy();
}
