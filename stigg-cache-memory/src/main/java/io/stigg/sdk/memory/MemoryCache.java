package io.stigg.sdk.memory;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.CacheFactory;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;

/**
 * Keeps entitlements in the memory of this process, for {@link io.stigg.sdk.StiggBuilder#cache}. Each client that is
 * built with these options has a cache of its own.
 *
 * <p>What has not been used for long makes room for what is asked for. That is nearly, not exactly, the least recently
 * used: reads leave a mark and nothing else, and writes collect a few marks each.
 *
 * <p>Immutable.
 */
public final class MemoryCache implements CacheFactory {
    private final int maxCustomers;
    private final long maxBytes;
    private final MemoryCacheStatistics statistics;

    private MemoryCache(int maxCustomers, long maxBytes, MemoryCacheStatistics statistics) {
        this.maxCustomers = (int) requirePositive("maxCustomers", maxCustomers);
        this.maxBytes = requirePositive("maxBytes", maxBytes);
        this.statistics = requireNonNull(statistics, "statistics");
    }

    /**
     * Keeps the entitlements of at most so many customers. A resource whose own entitlements are asked for takes the
     * place of a customer, so that the bound holds however many resources a customer has.
     *
     * @param maxCustomers the most sets of entitlements that are held, more than 0
     * @return the options
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public static MemoryCache ofCustomers(int maxCustomers) {
        return new MemoryCache(maxCustomers, Long.MAX_VALUE, new MemoryCacheStatistics());
    }

    /**
     * Bounds the memory as well, by an estimate. A set of entitlements that is larger than the bound by itself is not
     * held at all, and its customer is asked for at each check.
     *
     * <p>Units: bytes of heap, estimated from the lengths of texts and the number of entitlements; descriptions
     * of features that customers share are not counted. Expect it to be within a factor of two of the truth.
     *
     * @param bytes the most bytes, more than 0
     * @return the changed options
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public MemoryCache withinBytes(long bytes) {
        return new MemoryCache(maxCustomers, bytes, statistics);
    }

    /**
     * Counts what happens in the cache. Without this nobody sees the counts.
     *
     * @param counts where to count
     * @return the changed options
     */
    public MemoryCache reportingTo(MemoryCacheStatistics counts) {
        return new MemoryCache(maxCustomers, maxBytes, counts);
    }

    @Override
    public AdapterSet create(TransportPorts transport, SdkClock clock) {
        return DaggerMemoryAdapters.factory()
                .create(requireNonNull(transport, "transport"), this, requireNonNull(clock, "clock"));
    }

    int maxCustomers() {
        return maxCustomers;
    }

    long maxBytes() {
        return maxBytes;
    }

    MemoryCacheStatistics statistics() {
        return statistics;
    }

    private static long requirePositive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be more than 0, not " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        return "MemoryCache[maxCustomers=" + maxCustomers + (maxBytes == Long.MAX_VALUE ? "" : ", maxBytes=" + maxBytes)
                + "]";
    }
}
