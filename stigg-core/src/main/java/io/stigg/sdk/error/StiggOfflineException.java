package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** Something was asked that only Stigg itself can do, of a client that works offline. Nothing was done. */
public final class StiggOfflineException extends StiggException {
    private static final long serialVersionUID = 1;

    private final String operation;

    /**
     * Makes an exception.
     *
     * @param operation the name of the operation, such as {@code ProvisionCustomer}
     */
    public StiggOfflineException(String operation) {
        this(operation, null);
    }

    private StiggOfflineException(String operation, @Nullable Throwable cause) {
        super(operation + " is not available offline", cause);
        this.operation = operation;
    }

    /**
     * Returns what was asked.
     *
     * @return the name of the operation, such as {@code ProvisionCustomer}
     */
    public String operation() {
        return operation;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public StiggOfflineException copy() {
        return new StiggOfflineException(operation, this);
    }
}
