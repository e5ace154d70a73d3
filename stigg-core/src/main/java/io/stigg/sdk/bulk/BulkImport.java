package io.stigg.sdk.bulk;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How any number of rows is imported: they are sent in chunks, a few chunks at a time. Immutable.
 *
 * <p>Errors: a chunk that fails makes each of its rows fail, and the other chunks go on. None is sent again; do so with
 * {@link BulkResult#failedRows()}. If Stigg refuses chunks with
 * {@link io.stigg.sdk.error.ErrorCode#IMPORT_ALREADY_IN_PROGRESS}, take a concurrency of 1, or send what failed later.
 *
 * <p>Threads: an import blocks its caller until every row has been dealt with. It sends on daemon threads of its own, as
 * many as chunks are under way at a time, which end before it returns. An interrupt ends it early: what was not sent by
 * then is handed back as failed, and the caller finds its thread interrupted.
 *
 * @param chunkSize how many rows are sent together, 1 or more. Stigg states no limit; the default is 100, which is what it
 *     takes of reports of usage
 * @param concurrency how many chunks are under way at a time, 1 or more; 2 by default
 * @param integrationId the integration with the billing system that the rows belong to; needed where an environment has
 *     several
 * @param listener is told after each chunk how far the import has come: on any thread, one call at a time, with
 *     counts that only grow. The import waits for it; what it throws is logged
 */
public record BulkImport(
        int chunkSize, int concurrency, Optional<String> integrationId, Consumer<BulkProgress> listener) {
    private static final BulkImport DEFAULTS = new BulkImport(100, 2, Optional.empty(), progress -> {});

    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public BulkImport {
        requirePositive(chunkSize, "chunkSize");
        requirePositive(concurrency, "concurrency");
        Arguments.text(integrationId, "integrationId");
        requireNonNull(listener, "listener");
    }

    private static void requirePositive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + value);
        }
    }

    /**
     * Returns the defaults.
     *
     * @return 100 rows a chunk, 2 chunks at a time, no integration named, nobody told
     */
    public static BulkImport defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many rows are sent together.
     *
     * @param rows how many, 1 or more
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public BulkImport withChunkSize(int rows) {
        return new BulkImport(rows, concurrency, integrationId, listener);
    }

    /**
     * Sets how many chunks are under way at a time.
     *
     * @param chunks how many, 1 or more; each needs a thread
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public BulkImport withConcurrency(int chunks) {
        return new BulkImport(chunkSize, chunks, integrationId, listener);
    }

    /**
     * Names the integration with the billing system that the rows belong to.
     *
     * @param id the integration's id
     * @return the changed options
     * @throws IllegalArgumentException if it is blank
     */
    public BulkImport withIntegration(String id) {
        return new BulkImport(chunkSize, concurrency, Optional.of(id), listener);
    }

    /**
     * Sets who is told how far the import has come.
     *
     * @param told is told after each chunk
     * @return the changed options
     */
    public BulkImport onProgress(Consumer<BulkProgress> told) {
        return new BulkImport(chunkSize, concurrency, integrationId, told);
    }

    /**
     * Sends rows in chunks. {@code Customers.importBulk} and {@code Subscriptions.importBulk} do it for you.
     *
     * @param rows the rows; copied at once
     * @param send sends one chunk, on any thread; what it throws makes the chunk fail
     * @param <T> the kind of the rows
     * @return what became of them
     * @throws NullPointerException if a row is null
     */
    public <T> BulkResult<T> run(Collection<? extends T> rows, Consumer<List<T>> send) {
        return new BulkRun<>(this, List.<T>copyOf(rows), requireNonNull(send, "send")).toEnd();
    }
}
