package io.stigg.sdk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.InternalThreadLocalMap;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.redis.server.RedisServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thread that checks")
class CallingThreadsTest {
    private static final int THREADS = 2 * OwnRedisson.CONNECTIONS;

    private final RedisServer redis = RedisServer.start();
    private final Fleet fleet = new Fleet(redis);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        fleet.close();
        redis.close();
    }

    private static void check(Stigg process, String customerId) {
        assertThat(process.getMeteredEntitlement(MeteredQuery.of(customerId, "feature-api-calls"))
                        .hasAccess())
                .isTrue();
    }

    @Test
    @DisplayName("keeps nothing of the network's classes, also if Redis has to be connected to once more for its check")
    void keepsNothing() throws Exception {
        List<String> customers = IntStream.range(0, THREADS)
                .mapToObj(number -> "customer-" + number)
                .toList();
        customers.forEach(fleet::givenCustomer);
        Stigg process = fleet.start(cache -> cache, settings -> settings.withoutLiveUpdates());
        check(process, customers.get(0));
        CyclicBarrier together = new CyclicBarrier(THREADS);

        List<Future<Boolean>> kept = threads.invokeAll(customers.stream()
                .<Callable<Boolean>>map(customer -> () -> {
                    together.await();
                    check(process, customer);
                    return InternalThreadLocalMap.getIfSet() != null;
                })
                .toList());

        for (Future<Boolean> keeps : kept) {
            assertThat(keeps.get()).isFalse();
        }
    }
}
