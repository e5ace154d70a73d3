package io.stigg.sdk.error;

import org.jspecify.annotations.Nullable;

/** An answer came that is not what the API promises: not JSON, cut off, too large, or of another shape. */
public final class StiggProtocolException extends StiggException {
    private static final long serialVersionUID = 1;

    private final String where;

    /**
     * Makes an exception.
     *
     * @param message what is wrong with the answer
     * @param where the JSON path at which it is wrong, {@code $} for the whole
     * @param cause what went wrong, or null
     */
    public StiggProtocolException(String message, String where, @Nullable Throwable cause) {
        super(message + " (at " + where + ")", cause);
        this.where = where;
    }

    private StiggProtocolException(StiggProtocolException original) {
        super(String.valueOf(original.getMessage()), original);
        this.where = original.where;
    }

    /**
     * Returns where the answer is wrong.
     *
     * @return the JSON path, {@code $} for the whole
     */
    public String where() {
        return where;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    @Override
    public StiggProtocolException copy() {
        return new StiggProtocolException(this);
    }
}
