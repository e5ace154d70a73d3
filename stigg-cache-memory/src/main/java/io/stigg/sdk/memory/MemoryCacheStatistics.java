package io.stigg.sdk.memory;

import java.util.concurrent.atomic.LongAdder;

/**
 * Live counts of a memory cache, handed over by {@link MemoryCache#reportingTo}. Where the caches of several clients
 * report to the same counts, they are sums.
 *
 * <p>Hits are not counted: on the path of every check even a counter would be felt.
 *
 * <p>Thread-safe. Counts that are read one after another may differ by what happened in between.
 */
public final class MemoryCacheStatistics {
    private final LongAdder held = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder stores = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder rejections = new LongAdder();

    /** Starts at 0. */
    public MemoryCacheStatistics() {}

    /**
     * Returns how many sets of entitlements are held now, of customers and of resources.
     *
     * @return the number
     */
    public long held() {
        return held.sum();
    }

    /**
     * Returns how much memory they take, by the estimate of {@link MemoryCache#withinBytes}.
     *
     * @return bytes
     */
    public long estimatedBytes() {
        return bytes.sum();
    }

    /**
     * Returns how many look-ups found nothing. A check that has to ask Stigg looks more than once.
     *
     * @return the number since the start
     */
    public long misses() {
        return misses.sum();
    }

    /**
     * Returns how many sets of entitlements were put into the cache, be they new or newer.
     *
     * @return the number since the start
     */
    public long stores() {
        return stores.sum();
    }

    /**
     * Returns how many sets of entitlements had to make room for others.
     *
     * @return the number since the start
     */
    public long evictions() {
        return evictions.sum();
    }

    /**
     * Returns how many sets of entitlements were not held because they are larger than the whole cache may be.
     *
     * @return the number since the start
     */
    public long rejections() {
        return rejections.sum();
    }

    void missed() {
        misses.increment();
    }

    void stored() {
        stores.increment();
    }

    void evicted() {
        evictions.increment();
    }

    void rejected() {
        rejections.increment();
    }

    void changed(int moreHeld, long moreBytes) {
        held.add(moreHeld);
        bytes.add(moreBytes);
    }

    @Override
    public String toString() {
        return "MemoryCacheStatistics[held=" + held + ", estimatedBytes=" + bytes + ", misses=" + misses + ", stores="
                + stores + ", evictions=" + evictions + ", rejections=" + rejections + "]";
    }
}
