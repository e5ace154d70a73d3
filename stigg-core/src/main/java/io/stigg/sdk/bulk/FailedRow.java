package io.stigg.sdk.bulk;

import static java.util.Objects.requireNonNull;

/**
 * A row that was not imported, as far as is known. Immutable.
 *
 * @param index where it stands among the rows that were given, from 0
 * @param row the row
 * @param error why: mostly a {@link io.stigg.sdk.error.StiggException}, which is the same for all rows that were sent
 *     together; after a {@link io.stigg.sdk.error.StiggTransportException} the row may have been imported all the same; a
 *     {@link java.util.concurrent.CancellationException} says that it was never sent
 * @param <T> the kind of the rows
 */
public record FailedRow<T>(int index, T row, RuntimeException error) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public FailedRow {
        requireNonNull(row, "row");
        requireNonNull(error, "error");
    }
}
