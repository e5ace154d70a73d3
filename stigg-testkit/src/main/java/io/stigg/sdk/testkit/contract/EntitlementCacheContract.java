package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.testkit.contract.Samples.reading;
import static io.stigg.sdk.testkit.contract.Samples.second;
import static io.stigg.sdk.testkit.contract.Samples.snapshot;
import static io.stigg.sdk.testkit.contract.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link EntitlementCache} has to do. Extend it in the tests of a cache. *
 * <p>Not thread-safe; JUnit makes one for each test.
 */
public abstract class EntitlementCacheContract {
    private static final CustomerScope ACME = CustomerScope.of("acme");
    private static final CustomerScope OTHER = CustomerScope.of("other");

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private EntitlementCache cache;

    /** For subclasses. */
    protected EntitlementCacheContract() {}

    /**
     * Makes the cache under test. The suite closes it.
     *
     * @return an empty cache with room for a hundred scopes
     */
    protected abstract EntitlementCache newCache();

    @BeforeEach
    void open() {
        cache = newCache();
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private Optional<EntitlementSnapshot> held(CustomerScope scope) {
        CacheLookup found = cache.find(scope);
        return found.whenPending()
                .map(pending -> pending.toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join())
                .orElseGet(() -> Optional.ofNullable(found.snapshotOrNull()));
    }

    private double heldUsage(CustomerScope scope) {
        return held(scope).orElseThrow().entitlements().get(0).usage().currentUsage();
    }

    /** Looking up. */
    @Nested
    @DisplayName("looking up")
    class LookingUp {
        @Test
        @DisplayName("finds nothing at first")
        void findsNothingAtFirst() {
            assertThat(held(ACME)).isEmpty();
        }

        @Test
        @DisplayName("finds what was stored")
        void findsWhatWasStored() {
            EntitlementSnapshot snapshot = snapshot(ACME, 1);

            cache.store(snapshot);

            assertThat(held(ACME)).contains(snapshot);
        }

        @Test
        @DisplayName("a cache in this process answers with the same object again and again")
        void answersWithTheSameObject() {
            cache.store(snapshot(ACME, 1));

            CacheLookup first = cache.find(ACME);

            boolean isLocal = first.whenPending().isEmpty();
            assertThat(!isLocal || cache.find(ACME) == first).isTrue();
        }

        @Test
        @DisplayName("finds what is very old: the core judges freshness")
        void findsWhatIsOld() {
            EntitlementSnapshot old = snapshot(ACME, -1_000_000_000);

            cache.store(old);

            assertThat(held(ACME)).contains(old);
        }

        @Test
        @DisplayName("finds an empty set and why it is empty")
        void findsAnEmptySet() {
            EntitlementSnapshot empty = new EntitlementSnapshot(
                    ACME,
                    List.of(),
                    Optional.of(Denial.of(AccessDeniedReason.CUSTOMER_NOT_FOUND)),
                    Optional.empty(),
                    second(1));

            cache.store(empty);

            assertThat(held(ACME)).contains(empty);
        }
    }

    /** Scopes. */
    @Nested
    @DisplayName("scopes")
    class Scopes {
        @Test
        @DisplayName("the customer and each of its resources are held apart")
        void areHeldApart() {
            EntitlementSnapshot customer = snapshot(ACME, 1);
            EntitlementSnapshot resource = snapshot(ACME.resource("r1"), 2);

            cache.store(customer);
            cache.store(resource);

            assertThat(held(ACME)).contains(customer);
            assertThat(held(ACME.resource("r1"))).contains(resource);
            assertThat(held(ACME.resource("r2"))).isEmpty();
        }

        @Test
        @DisplayName("ids with separators in them are not mixed up")
        void idsWithSeparatorsAreNotMixedUp() {
            List<CustomerScope> alike = List.of(
                    CustomerScope.of("a:b").resource("c"),
                    CustomerScope.of("a").resource("b:c"),
                    CustomerScope.of("a:b:c"),
                    CustomerScope.of("a/b"),
                    CustomerScope.of("a").resource("b"),
                    CustomerScope.of("c_a:r_b"),
                    CustomerScope.of("a:r_b"),
                    CustomerScope.of("A").resource("b"));

            alike.forEach(scope -> cache.store(snapshot(CustomerScope.of(scope.customerId()), 0)));
            for (int i = 0; i < alike.size(); i++) {
                cache.store(snapshot(alike.get(i), i));
            }

            for (int i = 0; i < alike.size(); i++) {
                assertThat(held(alike.get(i))).contains(snapshot(alike.get(i), i));
            }
        }
    }

    /** Storing. */
    @Nested
    @DisplayName("storing")
    class Storing {
        @Test
        @DisplayName("a newer set replaces an older one")
        void newerReplacesOlder() {
            cache.store(snapshot(ACME, 1));

            cache.store(snapshot(ACME, 2));

            assertThat(held(ACME)).contains(snapshot(ACME, 2));
        }

        @Test
        @DisplayName("an older set, whenever it was fetched, does not replace a newer one")
        void olderDoesNotReplaceNewer() {
            cache.store(snapshot(ACME, 2));

            cache.store(snapshot(ACME, Optional.of(second(1)), second(3), 1, usage(0, 0)));

            assertThat(held(ACME).orElseThrow().entitlements())
                    .isEqualTo(snapshot(ACME, 2).entitlements());
            assertThat(held(ACME).orElseThrow().fetchedAt()).isEqualTo(second(3));
        }

        @Test
        @DisplayName("without Stigg's time the set that was fetched later wins")
        void laterFetchedWinsWithoutStiggsTime() {
            EntitlementSnapshot later = snapshot(ACME, Optional.empty(), second(2), 2, usage(0, 0));
            cache.store(later);

            cache.store(snapshot(ACME, Optional.empty(), second(1), 1, usage(0, 0)));

            assertThat(held(ACME)).contains(later);
        }

        @Test
        @DisplayName("of two sets of the same time the one that came later wins")
        void laterWinsAmongEquals() {
            cache.store(snapshot(ACME, Optional.of(second(1)), second(1), 1, usage(0, 0)));

            cache.store(snapshot(ACME, Optional.of(second(1)), second(1), 2, usage(0, 0)));

            assertThat(held(ACME)).contains(snapshot(ACME, Optional.of(second(1)), second(1), 2, usage(0, 0)));
        }

        @Test
        @DisplayName("a newer set does not bring back older usage")
        void newerSetKeepsNewerUsage() {
            cache.store(snapshot(ACME, 1, usage(7, 5)));

            cache.store(snapshot(ACME, 2, usage(3, 4)));

            assertThat(held(ACME)).contains(snapshot(ACME, 2, usage(7, 5)));
        }
    }

    /** Updating. */
    @Nested
    @DisplayName("storing what is held only")
    class StoringIfHeld {
        @Test
        @DisplayName("replaces an older set")
        void newerReplacesOlder() {
            cache.store(snapshot(ACME, 1));

            cache.storeIfHeld(snapshot(ACME, 2));

            assertThat(held(ACME)).contains(snapshot(ACME, 2));
        }

        @Test
        @DisplayName("does not replace a newer set")
        void olderDoesNotReplaceNewer() {
            cache.store(snapshot(ACME, 2));

            cache.storeIfHeld(snapshot(ACME, 1));

            assertThat(held(ACME)).contains(snapshot(ACME, 2));
        }

        @Test
        @DisplayName("makes nothing of a scope that is not held")
        void makesNothingOfAnUnknownScope() {
            cache.store(snapshot(ACME, 1));

            cache.storeIfHeld(snapshot(ACME.resource("r1"), 2));
            cache.storeIfHeld(snapshot(OTHER, 2));

            assertThat(held(ACME.resource("r1"))).isEmpty();
            assertThat(held(OTHER)).isEmpty();
        }
    }

    /** Usage. */
    @Nested
    @DisplayName("news of usage")
    class NewsOfUsage {
        @Test
        @DisplayName("is applied to what is held")
        void isApplied() {
            cache.store(snapshot(ACME, 1, usage(3, 1)));

            cache.applyUsage(reading(ACME, 4, 2));

            assertThat(held(ACME)).contains(snapshot(ACME, 1, usage(4, 2)));
        }

        @Test
        @DisplayName("is ignored when it is older than what is held")
        void isIgnoredWhenOlder() {
            cache.store(snapshot(ACME, 1, usage(3, 2)));

            cache.applyUsage(reading(ACME, 4, 1));

            assertThat(held(ACME)).contains(snapshot(ACME, 1, usage(3, 2)));
        }

        @Test
        @DisplayName("of the same instant counts as later")
        void ofTheSameInstantCounts() {
            cache.store(snapshot(ACME, 1, usage(3, 2)));

            cache.applyUsage(reading(ACME, 4, 2));

            assertThat(heldUsage(ACME)).isEqualTo(4);
        }

        @Test
        @DisplayName("makes nothing of a scope that is not held")
        void makesNothingOfAnUnknownScope() {
            cache.store(snapshot(ACME, 1));

            cache.applyUsage(reading(ACME.resource("r1"), 4, 2));
            cache.applyUsage(reading(OTHER, 4, 2));

            assertThat(held(ACME.resource("r1"))).isEmpty();
            assertThat(held(OTHER)).isEmpty();
            assertThat(heldUsage(ACME)).isZero();
        }

        @Test
        @DisplayName("makes nothing of an entitlement that is not in the set")
        void makesNothingOfAnUnknownEntitlement() {
            cache.store(snapshot(ACME, 1));

            cache.applyUsage(new UsageReading(ACME, EntitlementRef.feature("feature-other"), usage(4, 2)));
            cache.applyUsage(new UsageReading(ACME, EntitlementRef.credit(Samples.CALLS), usage(4, 2)));

            assertThat(held(ACME)).contains(snapshot(ACME, 1));
        }
    }

    /** Forgetting. */
    @Nested
    @DisplayName("forgetting")
    class Forgetting {
        @Test
        @DisplayName("a customer is forgotten with all of its resources, and nobody else is")
        void forgetsACustomerWithItsResources() {
            cache.store(snapshot(ACME, 1));
            cache.store(snapshot(ACME.resource("r1"), 1));
            cache.store(snapshot(ACME.resource("r2"), 1));
            cache.store(snapshot(OTHER, 1));
            cache.store(snapshot(OTHER.resource("r1"), 1));

            cache.evict(ACME);

            assertThat(held(ACME)).isEmpty();
            assertThat(held(ACME.resource("r1"))).isEmpty();
            assertThat(held(ACME.resource("r2"))).isEmpty();
            assertThat(held(OTHER)).isPresent();
            assertThat(held(OTHER.resource("r1"))).isPresent();
        }

        @Test
        @DisplayName("resources are forgotten with a customer that is not held itself")
        void forgetsResourcesOfACustomerThatIsNotHeld() {
            cache.store(snapshot(ACME.resource("r1"), 1));

            cache.evict(ACME);

            assertThat(held(ACME.resource("r1"))).isEmpty();
        }

        @Test
        @DisplayName("a resource is forgotten alone")
        void forgetsAResourceAlone() {
            cache.store(snapshot(ACME, 1));
            cache.store(snapshot(ACME.resource("r1"), 1));
            cache.store(snapshot(ACME.resource("r2"), 1));

            cache.evict(ACME.resource("r1"));

            assertThat(held(ACME.resource("r1"))).isEmpty();
            assertThat(held(ACME)).isPresent();
            assertThat(held(ACME.resource("r2"))).isPresent();
        }

        @Test
        @DisplayName("what is forgotten does not hold back what is older")
        void storesOlderAfterForgetting() {
            cache.store(snapshot(ACME, 2));
            cache.evict(ACME);

            cache.store(snapshot(ACME, 1));

            assertThat(held(ACME)).contains(snapshot(ACME, 1));
        }

        @Test
        @DisplayName("forgetting what is not held does nothing")
        void forgettingNothingDoesNothing() {
            cache.store(snapshot(OTHER, 1));

            cache.evict(ACME);
            cache.evict(ACME.resource("r1"));

            assertThat(held(OTHER)).isPresent();
        }

        @Test
        @DisplayName("everything is forgotten at once, and the cache goes on working")
        void forgetsEverything() {
            cache.store(snapshot(ACME, 2));
            cache.store(snapshot(OTHER.resource("r1"), 2));

            cache.clear();
            cache.store(snapshot(OTHER, 1));

            assertThat(held(ACME)).isEmpty();
            assertThat(held(OTHER.resource("r1"))).isEmpty();
            assertThat(held(OTHER)).contains(snapshot(OTHER, 1));
        }
    }

    /** Listing. */
    @Nested
    @DisplayName("listing what is held in this process")
    class Listing {
        @Test
        @DisplayName("lists what is found without asking anybody else, and nothing besides")
        void listsWhatIsFound() {
            List<CustomerScope> scopes = List.of(ACME, ACME.resource("r1"), ACME.resource("r2"), OTHER);
            scopes.forEach(scope -> cache.store(snapshot(scope, 1)));
            cache.evict(ACME.resource("r2"));

            List<EntitlementSnapshot> listed = cache.heldNear();

            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(scopes.stream()
                            .map(scope -> cache.findNear(scope).snapshotOrNull())
                            .filter(Objects::nonNull)
                            .toList());
        }

        @Test
        @DisplayName("lists nothing once it is closed")
        void closed() {
            cache.store(snapshot(ACME, 1));
            cache.close();

            assertThat(cache.heldNear()).isEmpty();
        }
    }

    /** Closing. */
    @Nested
    @DisplayName("a closed cache")
    class Closed {
        @Test
        @DisplayName("finds nothing and stores nothing")
        void findsAndStoresNothing() {
            cache.store(snapshot(ACME, 1));
            cache.close();

            cache.store(snapshot(OTHER, 1));
            cache.applyUsage(reading(ACME, 4, 2));

            assertThat(held(ACME)).isEmpty();
            assertThat(held(OTHER)).isEmpty();
        }

        @Test
        @DisplayName("throws from no method, closing again included")
        void neverThrows() {
            cache.close();

            assertThatCode(() -> {
                        cache.store(snapshot(ACME, 1));
                        cache.storeIfHeld(snapshot(ACME, 2));
                        cache.applyUsage(reading(ACME, 4, 2));
                        cache.find(ACME);
                        cache.heldNear();
                        cache.evict(ACME);
                        cache.clear();
                        cache.close();
                    })
                    .doesNotThrowAnyException();
        }
    }

    /** Order. */
    @Nested
    @DisplayName("the newest wins")
    class TheNewestWins {
        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
        @DisplayName("in whatever order sets and usage arrive")
        void inEveryOrder(long seed) {
            cache.store(snapshot(ACME, 0));
            List<Runnable> writes = writes(20);
            Collections.shuffle(writes, new Random(seed));

            writes.forEach(Runnable::run);

            assertThat(held(ACME)).as("seed %s", seed).contains(snapshot(ACME, 20, usage(20, 20)));
        }

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5})
        @DisplayName("whichever thread is first")
        void amongThreads(long seed) throws Exception {
            cache.store(snapshot(ACME, 0));
            List<Runnable> writes = writes(500);
            Collections.shuffle(writes, new Random(seed));

            inFourThreads(writes);

            assertThat(held(ACME)).as("seed %s", seed).contains(snapshot(ACME, 500, usage(500, 500)));
        }

        @Test
        @DisplayName("for each scope on its own")
        void forEachScope() throws Exception {
            cache.store(snapshot(ACME, 0));
            List<Runnable> writes = new ArrayList<>();
            List<CustomerScope> scopes = IntStream.range(0, 20)
                    .mapToObj(i -> i % 2 == 0 ? CustomerScope.of("c" + i) : ACME.resource("r" + i))
                    .toList();
            scopes.forEach(scope -> IntStream.rangeClosed(1, 50)
                    .forEach(second -> writes.add(() -> cache.store(snapshot(scope, second)))));
            Collections.shuffle(writes, new Random(1));

            inFourThreads(writes);

            assertThat(scopes).allSatisfy(scope -> assertThat(held(scope)).contains(snapshot(scope, 50)));
        }

        private List<Runnable> writes(int last) {
            List<Runnable> writes = new ArrayList<>();
            for (int i = 1; i <= last; i++) {
                int second = i;
                writes.add(() -> cache.store(snapshot(ACME, second)));
                writes.add(() -> cache.applyUsage(reading(ACME, second, second)));
            }
            return writes;
        }

        private void inFourThreads(List<Runnable> writes) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> parts = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int part = thread;
                parts.add(threads.submit(() -> {
                    start.await();
                    for (int i = part; i < writes.size(); i += 4) {
                        writes.get(i).run();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> part : parts) {
                part.get(30, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
    }
}
