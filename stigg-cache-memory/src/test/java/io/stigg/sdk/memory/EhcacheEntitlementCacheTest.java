package io.stigg.sdk.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.CacheLookup;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The memory cache")
class EhcacheEntitlementCacheTest {
    private static final CustomerScope ACME = CustomerScope.of("acme");

    private final MemoryCacheStatistics statistics = new MemoryCacheStatistics();
    private EhcacheEntitlementCache cache = cacheOf(MemoryCache.ofCustomers(1_000));

    private EhcacheEntitlementCache cacheOf(MemoryCache options) {
        return new EhcacheEntitlementCache(options.reportingTo(statistics));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private boolean holds(CustomerScope scope) {
        return cache.find(scope).snapshotOrNull() != null;
    }

    private boolean holds(String customerId) {
        return holds(CustomerScope.of(customerId));
    }

    private void store(String... customerIds) {
        for (String id : customerIds) {
            cache.store(Facts.snapshot(id));
        }
    }

    private void storeMany(String prefix, int count) {
        IntStream.range(0, count).forEach(i -> store(prefix + i));
    }

    private long countHeld(String prefix, int count) {
        return IntStream.range(0, count).filter(i -> holds(prefix + i)).count();
    }

    @Nested
    @DisplayName("when something is looked up")
    class LookUp {
        @Test
        @DisplayName("returns what was stored, without making a new answer each time")
        void returnsTheKeptHit() {
            EntitlementSnapshot stored = Facts.snapshot("acme");
            cache.store(stored);

            CacheLookup found = cache.find(CustomerScope.of("acme"));

            assertThat(found.snapshotOrNull().entitlements()).isEqualTo(stored.entitlements());
            assertThat(cache.find(CustomerScope.of("acme"))).isSameAs(found);
        }

        @Test
        @DisplayName("says at once that there is nothing")
        void missesAtOnce() {
            CacheLookup found = cache.find(ACME);

            assertThat(found.snapshotOrNull()).isNull();
            assertThat(found.whenPending()).isEmpty();
        }
    }

    @Nested
    @DisplayName("when something is forgotten")
    class Evicting {
        @Test
        @DisplayName("forgets a customer with all its resources, and no other")
        void forgetsACustomer() {
            cache.store(Facts.snapshot(ACME));
            cache.store(Facts.snapshot(ACME.resource("site-1")));
            cache.store(Facts.snapshot(ACME.resource("site-2")));
            store("globex");

            cache.evict(ACME);

            assertThat(holds(ACME)).isFalse();
            assertThat(holds(ACME.resource("site-1"))).isFalse();
            assertThat(holds(ACME.resource("site-2"))).isFalse();
            assertThat(holds("globex")).isTrue();
            assertThat(statistics.held()).isEqualTo(1);
        }

        @Test
        @DisplayName("has its whole room again after everything was forgotten")
        void clears() {
            storeMany("old-", 1_000);

            cache.clear();
            storeMany("new-", 1_000);

            assertThat(countHeld("old-", 1_000)).isZero();
            assertThat(countHeld("new-", 1_000)).isEqualTo(1_000);
            assertThat(statistics.evictions()).isZero();
        }
    }

    @Nested
    @DisplayName("when there are more customers than it may hold")
    class BoundByCustomers {
        @Test
        @DisplayName("holds exactly as many as it may")
        void holdsTheBound() {
            storeMany("customer-", 5_000);

            assertThat(countHeld("customer-", 5_000)).isEqualTo(1_000);
            assertThat(statistics.held()).isEqualTo(1_000);
            assertThat(statistics.evictions()).isEqualTo(4_000);
        }

        @Test
        @DisplayName("holds one if it may hold one")
        void holdsOne() {
            cache = cacheOf(MemoryCache.ofCustomers(1));

            storeMany("customer-", 100);

            assertThat(countHeld("customer-", 100)).isEqualTo(1);
            assertThat(holds("customer-99")).isTrue();
        }

        @Test
        @DisplayName("counts each resource as it counts a customer")
        void countsResources() {
            cache = cacheOf(MemoryCache.ofCustomers(100));

            IntStream.range(0, 10_000).forEach(i -> cache.store(Facts.snapshot(ACME.resource("site-" + i))));

            long held = IntStream.range(0, 10_000)
                    .filter(i -> holds(ACME.resource("site-" + i)))
                    .count();
            assertThat(held).isEqualTo(100);
        }

        @Test
        @DisplayName("evicts nobody for news of those it holds")
        void replacesInPlace() {
            storeMany("customer-", 1_000);

            storeMany("customer-", 1_000);

            assertThat(statistics.evictions()).isZero();
            assertThat(statistics.held()).isEqualTo(1_000);
        }

        @Test
        @DisplayName("keeps those that are read all the time through a flood of others")
        void keepsTheRecentlyUsed() {
            storeMany("hot-", 100);
            storeMany("cold-", 900);

            for (int i = 0; i < 20_000; i++) {
                store("flood-" + i);
                assertThat(holds("flood-" + i)).isTrue();
                if (i % 50 == 0) {
                    countHeld("hot-", 100);
                }
            }

            // By chance one may be lost now and then: a victim is the coldest of a sample.
            assertThat(countHeld("hot-", 100)).isGreaterThanOrEqualTo(95);
            assertThat(countHeld("cold-", 900)).isLessThanOrEqualTo(9);
        }
    }

    @Nested
    @DisplayName("when it is bounded in bytes")
    class BoundByBytes {
        private final long sizeOfOne = Facts.sizeOf(Facts.realistic("customer-1234", 10));

        @Test
        @DisplayName("stays within the bound")
        void staysWithin() {
            cache = cacheOf(MemoryCache.ofCustomers(1_000).withinBytes(100 * sizeOfOne));

            for (int i = 1_000; i < 2_000; i++) {
                cache.store(Facts.realistic("customer-" + i, 10));
                assertThat(statistics.estimatedBytes()).isLessThanOrEqualTo(100 * sizeOfOne);
            }

            assertThat(statistics.held()).isEqualTo(100);
            assertThat(statistics.evictions()).isEqualTo(900);
        }

        @Test
        @DisplayName("makes room for a large one at the expense of several small ones")
        void evictsSeveral() {
            cache = cacheOf(MemoryCache.ofCustomers(1_000).withinBytes(100 * sizeOfOne));
            IntStream.range(1_000, 1_100).forEach(i -> cache.store(Facts.realistic("customer-" + i, 10)));

            cache.store(Facts.realistic("large", 500));

            assertThat(holds("large")).isTrue();
            assertThat(statistics.evictions()).isBetween(30L, 60L);
            assertThat(statistics.estimatedBytes()).isLessThanOrEqualTo(100 * sizeOfOne);
        }

        @Test
        @DisplayName("makes room when one that it holds grows")
        void growsInPlace() {
            cache = cacheOf(MemoryCache.ofCustomers(1_000).withinBytes(100 * sizeOfOne));
            IntStream.range(1_000, 1_100).forEach(i -> cache.store(Facts.realistic("customer-" + i, 10)));

            cache.store(Facts.realistic("customer-1050", 500));

            assertThat(holds("customer-1050")).isTrue();
            assertThat(statistics.estimatedBytes()).isLessThanOrEqualTo(100 * sizeOfOne);
        }

        @Test
        @DisplayName("keeps those that are read all the time through a flood of others")
        void keepsTheRecentlyUsed() {
            cache = cacheOf(MemoryCache.ofCustomers(100_000).withinBytes(100 * sizeOfOne));
            IntStream.range(0, 10).forEach(i -> cache.store(Facts.realistic("hot-" + i, 10)));

            for (int i = 1_000; i < 3_000; i++) {
                cache.store(Facts.realistic("customer-" + i, 10));
                countHeld("hot-", 10);
            }

            assertThat(countHeld("hot-", 10)).isGreaterThanOrEqualTo(9);
        }

        @Test
        @DisplayName("does not hold what is larger than the whole bound, nor what it held of it before")
        void refusesTheOversized() {
            cache = cacheOf(MemoryCache.ofCustomers(1_000).withinBytes(5 * sizeOfOne));
            store("globex");
            cache.store(Facts.realistic("acme", 10));

            cache.store(Facts.realistic("acme", 100));

            assertThat(holds("acme")).isFalse();
            assertThat(holds("globex")).isTrue();
            assertThat(statistics.rejections()).isEqualTo(1);
            assertThat(statistics.held()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("when it is closed")
    class Closed {
        @Test
        @DisplayName("finds nothing and stores nothing")
        void isEmpty() {
            store("acme");

            cache.close();
            store("acme");
            cache.applyUsage(Facts.reading(ACME, 1));
            cache.evict(ACME);
            cache.clear();

            assertThat(holds("acme")).isFalse();
            assertThat(statistics.held()).isZero();
            assertThat(statistics.estimatedBytes()).isZero();
        }
    }

    @Nested
    @DisplayName("when it is observed")
    class Observed {
        @Test
        @DisplayName("counts what it holds, misses, stores and evicts, and no hits")
        void counts() {
            cache = cacheOf(MemoryCache.ofCustomers(2));

            store("a", "b", "b", "c");
            holds("nobody");

            assertThat(statistics.held()).isEqualTo(2);
            assertThat(statistics.misses()).isEqualTo(1);
            assertThat(statistics.stores()).isEqualTo(4);
            assertThat(statistics.evictions()).isEqualTo(1);
            assertThat(statistics.estimatedBytes())
                    .isEqualTo(Facts.sizeOf(Facts.snapshot("b")) + Facts.sizeOf(Facts.snapshot("c")));
            assertThat(statistics)
                    .hasToString("MemoryCacheStatistics[held=2, estimatedBytes=" + statistics.estimatedBytes()
                            + ", misses=1, stores=4, evictions=1, rejections=0]");
        }

        @Test
        @DisplayName("has started no thread")
        void startsNoThread() {
            Set<String> before = threads();

            cache = cacheOf(MemoryCache.ofCustomers(10));
            storeMany("customer-", 1_000);

            assertThat(threads()).isSubsetOf(before);
        }

        private Set<String> threads() {
            Set<String> names = new TreeSet<>();
            Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
            return names;
        }
    }
}
