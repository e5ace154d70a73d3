package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A check of a customer who is in Redis")
class RoundTripsTest {
    private static final int CHECKS = 20;
    private static final Pattern CALLS = Pattern.compile("cmdstat_([a-z]+):calls=([0-9]+)");

    private final RedisServer redis = RedisServer.start();
    private final Fleet fleet = new Fleet(redis);

    @BeforeEach
    void givenCustomer() {
        fleet.givenCustomer(CUSTOMER);
    }

    @AfterEach
    void stop() {
        fleet.close();
        redis.close();
    }

    private Stigg warm(UnaryOperator<RedisCache> cache) {
        Stigg process = fleet.start(cache, settings -> settings.withoutLiveUpdates());
        check(process, CUSTOMER);
        check(process, CUSTOMER);
        fleet.backend().clearRequests();
        redis.command("CONFIG", "RESETSTAT");
        return process;
    }

    private static void check(Stigg process, String customerId) {
        assertThat(process.getMeteredEntitlement(MeteredQuery.of(customerId, "feature-api-calls"))
                        .hasAccess())
                .isTrue();
    }

    /** Without what the test itself and the keeping alive of connections take. */
    private int commands() {
        String statistics = String.valueOf(redis.command("INFO", "commandstats"));
        return CALLS.matcher(statistics)
                .results()
                .filter(line -> !line.group(1).matches("config|info|ping|client|auth|hello|select"))
                .mapToInt(line -> Integer.parseInt(line.group(2)))
                .sum();
    }

    @Test
    @DisplayName("is one command without a near cache, usage included")
    void one() {
        Stigg process = warm(cache -> cache);

        for (int number = 0; number < CHECKS; number++) {
            check(process, CUSTOMER);
        }

        assertThat(commands()).isEqualTo(CHECKS);
        assertThat(fleet.questions()).isZero();
    }

    @Test
    @DisplayName("is none behind a near cache")
    void none() {
        Stigg process = warm(cache -> cache.nearCache(MemoryCache.ofCustomers(10)));

        for (int number = 0; number < CHECKS; number++) {
            check(process, CUSTOMER);
        }

        assertThat(commands()).isZero();
    }

    @Test
    @DisplayName("asks nothing of Stigg, even if it is the first of a process that has just started")
    void restarted() {
        warm(cache -> cache).close();

        Stigg started = fleet.start(
                cache -> cache.nearCache(MemoryCache.ofCustomers(10)), settings -> settings.withoutLiveUpdates());
        check(started, CUSTOMER);

        assertThat(fleet.questions()).isZero();
    }
}
