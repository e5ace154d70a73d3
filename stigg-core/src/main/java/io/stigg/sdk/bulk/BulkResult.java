package io.stigg.sdk.bulk;

import java.util.List;

/**
 * What became of an import. Immutable.
 *
 * @param total how many rows there were
 * @param failed those that failed, in the order in which they were given
 * @param <T> the kind of the rows
 */
public record BulkResult<T>(int total, List<FailedRow<T>> failed) {
    /**
     * Copies the rows.
     *
     * @throws NullPointerException if a member is null
     */
    public BulkResult {
        failed = List.copyOf(failed);
    }

    /**
     * Tells whether nothing failed.
     *
     * @return whether Stigg took all rows
     */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /**
     * Counts the rows that Stigg took.
     *
     * @return how many there are
     */
    public int accepted() {
        return total - failed.size();
    }

    /**
     * Returns the rows that failed, to be imported once more.
     *
     * @return the rows in the order in which they were given
     */
    public List<T> failedRows() {
        return failed.stream().map(FailedRow::row).toList();
    }
}
