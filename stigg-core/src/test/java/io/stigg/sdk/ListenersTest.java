package io.stigg.sdk;

import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.event.CacheHit;
import io.stigg.sdk.event.CacheMissed;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.UsageReading;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A client tells its listeners")
@Timeout(60)
class ListenersTest extends ClientTest {
    private final ScriptedStream stream = new ScriptedStream();
    private final List<Object> told = new CopyOnWriteArrayList<>();

    private final StiggListener listener = new StiggListener() {
        @Override
        public void onEntitlementsUpdated(EntitlementsUpdated event) {
            told.add(event);
        }

        @Override
        public void onUsageUpdated(UsageUpdated event) {
            told.add(event);
        }

        @Override
        public void onPackagePublished(PackagePublished event) {
            told.add(event);
        }

        @Override
        public void onCacheMiss(CacheMissed event) {
            told.add(event);
        }

        @Override
        public void onEventsMissed(long count) {
            told.add(count);
        }
    };

    @BeforeEach
    void start() {
        updates = stream;
        transport.serve(scope -> now(scope, on("sso"), metered("calls", 10, 1)));
        configure(Stigg.builder());
    }

    private static PackagePublished published(int version) {
        return new PackagePublished("plan-pro", "Plan", version, Migration.NEW_CUSTOMERS);
    }

    private void awaitTold(Object... events) {
        await().untilAsserted(() -> assertThat(told).containsExactly(events));
    }

    @Test
    @DisplayName("of new entitlements, evaluated, of customers whom it has cached and others")
    void entitlements() {
        stigg.addListener(listener);

        stream.tell(now(ACME, on("sso")));

        await().untilAsserted(() -> assertThat(told).singleElement().satisfies(event -> {
            EntitlementsUpdated updated = (EntitlementsUpdated) event;
            assertThat(updated.scope()).isEqualTo(ACME);
            assertThat(updated.state().entitlements()).singleElement().matches(answer -> answer.hasAccess());
        }));
    }

    @Test
    @DisplayName("of what holds instead of entitlements that were declared invalid")
    void invalidated() {
        stigg.getBooleanEntitlement(SSO);
        stigg.addListener(listener);

        stream.tell(new EntitlementsInvalidated(ACME));

        await().untilAsserted(() -> assertThat(told).singleElement().isInstanceOf(EntitlementsUpdated.class));
    }

    @Test
    @DisplayName("of usage, with the entitlement as it is now")
    void usage() {
        stigg.getBooleanEntitlement(SSO);
        stigg.addListener(listener);
        UsageReading reading = new UsageReading(ACME, EntitlementRef.feature("calls"), used(11, clock.now()));

        stream.tell(reading);

        await().untilAsserted(() -> assertThat(told).singleElement().satisfies(event -> {
            UsageUpdated updated = (UsageUpdated) event;
            assertThat(updated.reading()).isEqualTo(reading);
            assertThat(updated.entitlement()).get().satisfies(answer -> {
                assertThat(((MeteredEntitlement) answer).currentUsage()).isEqualTo(11);
                assertThat(answer.hasAccess()).isFalse();
            });
        }));
    }

    @Test
    @DisplayName("of usage that it does not keep, without an entitlement")
    void usageOfOthers() {
        stigg.addListener(listener);
        UsageReading reading =
                new UsageReading(CustomerScope.of("other"), EntitlementRef.feature("calls"), used(11, clock.now()));

        stream.tell(reading);

        awaitTold(new UsageUpdated(reading, java.util.Optional.empty()));
    }

    @Test
    @DisplayName("of hits only if they want to hear of them")
    void hits() {
        List<CacheHit> hits = new CopyOnWriteArrayList<>();
        stigg.getBooleanEntitlement(SSO);
        stigg.addListener(listener);
        stigg.getBooleanEntitlement(SSO);
        Registration registration = stigg.addListener((CacheHitListener) hits::add);

        stigg.getBooleanEntitlement(SSO);
        await().untilAsserted(() -> assertThat(hits).containsExactly(new CacheHit(ACME)));
        registration.close();
        stigg.getBooleanEntitlement(SSO);
        stigg.close();

        assertThat(hits).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("everything in order, whatever another listener throws or how long it blocks")
    void independent() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        AtomicInteger failures = new AtomicInteger();
        stigg.addListener(new StiggListener() {
            @Override
            public void onPackagePublished(PackagePublished event) {
                try {
                    blocked.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        stigg.addListener(new StiggListener() {
            @Override
            public void onPackagePublished(PackagePublished event) {
                failures.incrementAndGet();
                throw new StackOverflowError("on purpose");
            }
        });
        stigg.addListener(listener);

        IntStream.range(0, 100).forEach(version -> stream.tell(published(version)));

        awaitTold(IntStream.range(0, 100).mapToObj(ListenersTest::published).toArray());
        await().untilAsserted(() -> assertThat(failures).hasValue(100));
        blocked.countDown();
    }

    @Test
    @DisplayName("how much they have missed, when they were so slow that their queue overflowed")
    void overflow() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        stigg.addListener(new StiggListener() {
            @Override
            public void onPackagePublished(PackagePublished event) {
                started.countDown();
                try {
                    blocked.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
                told.add(event.version());
            }

            @Override
            public void onEventsMissed(long count) {
                told.add("missed " + count);
            }
        });
        stream.tell(published(0));
        started.await();

        IntStream.rangeClosed(1, 10_042).forEach(version -> stream.tell(published(version)));
        blocked.countDown();

        await().untilAsserted(() -> assertThat(told).hasSize(10_002).endsWith(10_000, "missed 42"));
    }

    @Test
    @DisplayName("nothing more once they are removed, also by themselves")
    void removed() {
        AtomicReference<Registration> registration = new AtomicReference<>();
        registration.set(stigg.addListener(new StiggListener() {
            @Override
            public void onPackagePublished(PackagePublished event) {
                told.add(event);
                registration.get().close();
            }
        }));

        stream.tell(published(1));
        stream.tell(published(2));
        stigg.close();

        assertThat(told).containsExactly(published(1));
    }
}
