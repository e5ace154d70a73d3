package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Time runs ten times as fast. */
@DisplayName("A client that loses its connection, as time goes by")
class LostConnectionsTest extends StreamingTest {
    private static final int CUSTOMERS = 500;
    private static final int UPDATES = 10_000;

    private final ScheduledExecutorService time = Executors.newScheduledThreadPool(2);
    private final Stigg client;

    LostConnectionsTest() {
        super(StiggBackend.acme());
        customer("cust-1");
        client = following(Stigg.builder().clock(backend.clock()));
        calls(client);
    }

    private void timePasses() {
        time.scheduleAtFixedRate(() -> backend.clock().advance(Duration.ofMillis(100)), 0, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stopTime() {
        time.shutdownNow();
    }

    @Test
    @DisplayName("finds out that nobody is at the other end any more, and connects anew")
    void halfOpen() {
        emulator.streams().goSilent();
        timePasses();

        awaitUpdates(client, Updates.RECONNECTING);
        backend.promote("cust-1", Grant.limited(CALLS, 5_000));
        emulator.streams().behave();

        awaitUpdates(client, Updates.LIVE);
        await().untilAsserted(() -> assertThat(calls(client).usageLimit()).hasValue(5_000));
    }

    @Test
    @DisplayName("in the middle of a burst of 10,000 updates, agrees with Stigg about every customer afterwards")
    void burst() {
        for (int i = 0; i < CUSTOMERS; i++) {
            customer("burst-" + i);
            calls(client, "burst-" + i);
        }
        timePasses();

        for (int i = 0; i < UPDATES; i++) {
            if (i == UPDATES / 2) {
                emulator.streams().drop();
            }
            backend.setUsage(CustomerScope.of("burst-" + i % CUSTOMERS), CALLS, i);
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (int i = 0; i < CUSTOMERS; i++) {
                MeteredEntitlement known = calls(client, "burst-" + i);
                assertThat(known.currentUsage()).isEqualTo(UPDATES - CUSTOMERS + i);
                assertThat(known.basis()).isEqualTo(AnswerBasis.FRESH);
            }
        });
        assertThat(emulator.streams().opened()).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("waits for longer than usual when it is told that it connects too often")
    void throttled() {
        emulator.streams().refuse(4429, "ThrottlerException: Too Many Requests");
        emulator.streams().drop();
        awaitUpdates(client, Updates.RECONNECTING);
        long before = emulator.streams().opened();
        backend.clock().advance(Duration.ofSeconds(1));
        await().until(() -> emulator.streams().opened() == before + 1);

        AtomicInteger seconds = new AtomicInteger();
        time.scheduleAtFixedRate(
                () -> {
                    if (seconds.incrementAndGet() <= 25) {
                        backend.clock().advance(Duration.ofSeconds(1));
                    }
                },
                20,
                20,
                TimeUnit.MILLISECONDS);
        await().until(() -> seconds.get() > 25);

        assertThat(emulator.streams().opened()).isEqualTo(before + 1);
        emulator.streams().behave();
        timePasses();
        time.scheduleAtFixedRate(() -> backend.clock().advance(Duration.ofSeconds(1)), 0, 10, TimeUnit.MILLISECONDS);
        awaitUpdates(client, Updates.LIVE);
    }

    @Test
    @DisplayName("never has two connections at once, however often they break")
    void oneAtATime() {
        AtomicInteger most = new AtomicInteger();
        time.scheduleAtFixedRate(
                () -> most.accumulateAndGet(emulator.streams().open(), Math::max), 0, 1, TimeUnit.MILLISECONDS);
        timePasses();

        for (int breaks = 0; breaks < 6; breaks++) {
            long opened = emulator.streams().opened();
            emulator.streams().drop();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> emulator.streams().opened() == opened + 1);
            awaitUpdates(client, Updates.LIVE);
        }

        assertThat(most).hasValue(1);
    }
}
