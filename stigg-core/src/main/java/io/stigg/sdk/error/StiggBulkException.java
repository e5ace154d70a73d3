package io.stigg.sdk.error;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Of the things that were sent with one call, Stigg has not accepted all. The others are accepted.
 *
 * <p>What was not accepted may be sent again, and all of it as well: by their
 * idempotency keys Stigg counts things once.
 */
public final class StiggBulkException extends StiggException {
    private static final long serialVersionUID = 1;

    private final int accepted;
    private final boolean retryable;
    private final StiggException reason;
    private final transient List<?> things;
    private final transient NavigableMap<Integer, StiggException> failures;

    /**
     * Makes an exception.
     *
     * @param things everything that was to be sent, as it was to be sent
     * @param failures why each that was not accepted was not, by its place among them, from 0; at least one
     */
    public StiggBulkException(List<?> things, Map<Integer, StiggException> failures) {
        this(
                things,
                new TreeMap<>(failures),
                new TreeMap<>(failures).firstEntry().getValue());
    }

    private StiggBulkException(List<?> things, NavigableMap<Integer, StiggException> failures, StiggException cause) {
        super(describe(things, failures), cause);
        this.accepted = things.size() - failures.size();
        this.retryable = failures.values().stream().anyMatch(StiggException::isRetryable);
        this.reason = failures.firstEntry().getValue();
        this.things = List.copyOf(things);
        this.failures = Collections.unmodifiableNavigableMap(failures);
    }

    /** Says which, and not what: that is the application's. */
    private static String describe(List<?> things, NavigableMap<Integer, StiggException> failures) {
        Map.Entry<Integer, StiggException> first = failures.firstEntry();
        return failures.size() + " of " + things.size() + " were not accepted, number " + first.getKey()
                + " (from 0) because: " + first.getValue().getMessage();
    }

    /**
     * Counts what was accepted.
     *
     * @return how many things Stigg has
     */
    public int accepted() {
        return accepted;
    }

    /**
     * Returns why the first thing was not accepted that was not; mostly the others have failed alike.
     *
     * @return the reason
     */
    public StiggException reason() {
        return reason;
    }

    /**
     * Returns why each thing was not accepted that was not. After a {@link StiggTransportException} it may have been
     * accepted all the same.
     *
     * @return the reasons by place among what was given, from 0; empty after serialization
     */
    public NavigableMap<Integer, StiggException> failures() {
        return failures == null ? Collections.emptyNavigableMap() : failures;
    }

    /**
     * Hands back what was not accepted, to be sent again: with the key and the time that it was sent with.
     *
     * @param type what was sent
     * @param <T> what was sent
     * @return the things in the order in which they were given; empty after serialization
     * @throws ClassCastException if something else was sent
     */
    public <T> List<T> notAccepted(Class<T> type) {
        return failures().keySet().stream()
                .map(index -> type.cast(things.get(index)))
                .toList();
    }

    /**
     * Tells whether sending it again may help.
     *
     * @return true if that is so for one thing at least
     */
    @Override
    public boolean isRetryable() {
        return retryable;
    }

    @Override
    public StiggBulkException copy() {
        return new StiggBulkException(things, new TreeMap<>(failures()), this);
    }
}
