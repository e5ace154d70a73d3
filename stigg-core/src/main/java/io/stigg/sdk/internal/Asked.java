package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about a scope that is not answered yet, and what Stigg has told of the scope by itself since it was asked:
 * the answer may be older than that. Thread-safe.
 */
final class Asked {
    /** So much news while one answer is awaited is better asked for again. */
    private static final int MOST_NEWS = 1_000;

    private final CustomerScope scope;
    private final long mark;
    private final boolean mayLag;
    private final List<Update> news = new ArrayList<>();
    private boolean isOutdated;
    private @Nullable EntitlementSnapshot answer;

    Asked(CustomerScope scope, long mark, boolean mayLag) {
        this.scope = scope;
        this.mark = mark;
        this.mayLag = mayLag;
    }

    CustomerScope scope() {
        return scope;
    }

    /** The mark that the answer is later than. */
    long mark() {
        return mark;
    }

    /** Whether the answer may come from a place that lags behind what Stigg tells. */
    boolean mayLag() {
        return mayLag;
    }

    boolean isWithin(CustomerScope other) {
        return other.resourceId().isEmpty() ? scope.customerId().equals(other.customerId()) : scope.equals(other);
    }

    synchronized void remember(EntitlementSnapshot told) {
        add(told);
    }

    synchronized void remember(UsageReading told) {
        add(told);
    }

    private void add(Update told) {
        if (news.size() < MOST_NEWS) {
            news.add(told);
        } else {
            isOutdated = true;
        }
    }

    /** Takes note of what was answered: a cache may hold it where it cannot be looked up at once. */
    synchronized void answer(EntitlementSnapshot answered) {
        answer = answered;
    }

    synchronized @Nullable EntitlementSnapshot answer() {
        return answer;
    }

    /** What the answer says no longer holds. */
    synchronized void outdate() {
        isOutdated = true;
    }

    synchronized boolean isOutdated() {
        return isOutdated;
    }

    synchronized List<Update> news() {
        return List.copyOf(news);
    }
}
