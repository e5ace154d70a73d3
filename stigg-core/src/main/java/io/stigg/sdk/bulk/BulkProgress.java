package io.stigg.sdk.bulk;

/**
 * How far an import has come. Immutable.
 *
 * @param done how many rows have been dealt with, those that failed among them
 * @param failed how many of them failed
 * @param total how many rows there are
 */
public record BulkProgress(int done, int failed, int total) {
    /**
     * Tells whether every row has been dealt with.
     *
     * @return whether this is the last that is told
     */
    public boolean isFinished() {
        return done == total;
    }
}
