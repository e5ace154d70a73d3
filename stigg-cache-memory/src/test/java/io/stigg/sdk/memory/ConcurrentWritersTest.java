package io.stigg.sdk.memory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The memory cache, with many writers at once,")
class ConcurrentWritersTest {
    private static final int WRITERS = 8;
    private static final int CUSTOMERS = 3_000;
    private static final int BOUND = 500;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final MemoryCacheStatistics statistics = new MemoryCacheStatistics();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private EhcacheEntitlementCache cacheOf(MemoryCache options) {
        return new EhcacheEntitlementCache(options.reportingTo(statistics));
    }

    private void concurrently(IntConsumer writer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            Callable<?> run = () -> {
                start.await();
                writer.accept(number);
                return number;
            };
            runs.add(threads.submit(run));
        }
        for (Future<?> run : runs) {
            run.get(60, TimeUnit.SECONDS);
        }
    }

    private static CustomerScope scope(int i) {
        CustomerScope customer = CustomerScope.of("customer-" + i / 2);
        return i % 2 == 0 ? customer : customer.resource("site");
    }

    private static long countHeld(EhcacheEntitlementCache cache) {
        return IntStream.range(0, CUSTOMERS)
                .filter(i -> cache.find(scope(i)).snapshotOrNull() != null)
                .count();
    }

    private static void writeAnything(EhcacheEntitlementCache cache, Random random, int i) {
        int dice = random.nextInt(100);
        if (dice < 70) {
            cache.store(Facts.snapshot(scope(i), random.nextInt(1_000), random.nextInt(1_000)));
        } else if (dice < 85) {
            cache.applyUsage(Facts.reading(scope(i), random.nextInt(1_000)));
        } else if (dice < 99) {
            cache.evict(scope(i));
        } else {
            cache.find(scope(i));
        }
    }

    @Test
    @DisplayName("holds its bound, and counts what can be found")
    void holdsTheBound() throws Exception {
        try (EhcacheEntitlementCache cache = cacheOf(MemoryCache.ofCustomers(BOUND))) {
            concurrently(writer -> {
                Random random = new Random(writer);
                for (int n = 0; n < 10_000; n++) {
                    writeAnything(cache, random, random.nextInt(CUSTOMERS));
                }
            });

            assertThat(countHeld(cache)).isEqualTo(statistics.held()).isBetween(BOUND * 9L / 10, (long) BOUND);
        }
    }

    @Test
    @DisplayName("holds its bound in bytes, and its estimate is that of what can be found")
    void holdsTheBoundInBytes() throws Exception {
        long most = 200 * Facts.sizeOf(Facts.snapshot(scope(1), 0, 0));
        try (EhcacheEntitlementCache cache =
                cacheOf(MemoryCache.ofCustomers(CUSTOMERS).withinBytes(most))) {
            concurrently(writer -> {
                Random random = new Random(writer);
                for (int n = 0; n < 10_000; n++) {
                    writeAnything(cache, random, random.nextInt(CUSTOMERS));
                }
            });

            long found = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> Optional.ofNullable(cache.find(scope(i)).snapshotOrNull()))
                    .flatMap(Optional::stream)
                    .mapToLong(Facts::sizeOf)
                    .sum();
            assertThat(found).isEqualTo(statistics.estimatedBytes()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    @DisplayName("leaves nothing behind in Ehcache that cannot be found")
    void leavesNothingBehind() throws Exception {
        try (EhcacheEntitlementCache cache = cacheOf(MemoryCache.ofCustomers(BOUND))) {
            concurrently(writer -> {
                Random random = new Random(writer);
                for (int n = 0; n < 5_000; n++) {
                    writeAnything(cache, random, random.nextInt(CUSTOMERS));
                }
            });
            IntStream.range(0, CUSTOMERS).forEach(i -> cache.evict(scope(i)));
            long evictions = statistics.evictions();

            IntStream.range(0, BOUND).forEach(i -> cache.store(Facts.snapshot("new-" + i)));

            // Whatever were left in Ehcache would have to make room now.
            assertThat(statistics.evictions()).isEqualTo(evictions);
            assertThat(statistics.held()).isEqualTo(BOUND);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("ends with the newest set and the newest usage, in whatever order they came")
    void newestWins(int seed) throws Exception {
        int news = 400;
        CustomerScope acme = CustomerScope.of("acme");
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, news).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        try (EhcacheEntitlementCache cache = cacheOf(MemoryCache.ofCustomers(BOUND))) {
            cache.store(Facts.snapshot(acme, 0, 0));

            concurrently(writer -> {
                for (int i = writer; i < news; i += WRITERS) {
                    int time = order.get(i);
                    if (time % 2 == 0) {
                        cache.store(Facts.snapshot(acme, time, news - time));
                    } else {
                        cache.applyUsage(Facts.reading(acme, time));
                    }
                }
            });

            EntitlementSnapshot held = requireNonNull(cache.find(acme).snapshotOrNull());
            assertThat(held.updatedAt()).contains(Facts.START.plusSeconds(news));
            assertThat(held.entitlements().get(0).usage().currentUsage()).isEqualTo(news - 1);
        }
    }

    @Test
    @DisplayName("is closed once and for all, and stays empty")
    void closes() throws Exception {
        EhcacheEntitlementCache cache = cacheOf(MemoryCache.ofCustomers(BOUND));

        concurrently(writer -> {
            Random random = new Random(writer);
            for (int n = 0; n < 1_000; n++) {
                writeAnything(cache, random, random.nextInt(CUSTOMERS));
                if (n == 500) {
                    cache.close();
                }
            }
        });

        assertThat(countHeld(cache)).isZero();
        assertThat(statistics.held()).isZero();
        assertThat(statistics.estimatedBytes()).isZero();
    }
}
