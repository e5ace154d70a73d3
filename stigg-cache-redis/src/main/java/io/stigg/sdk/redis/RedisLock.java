package io.stigg.sdk.redis;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/**
 * Locks that Node's processes understand. Thread-safe.
 *
 * <p>Source: Node keeps a random value of 32 hexadecimal digits under the lock's key for five seconds, prolongs that while
 * it holds the lock, and removes the key if the value is still its own. That is why Redisson's locks, which are hashes, are
 * not used.
 */
@Singleton
final class RedisLock {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration PROLONGED_EVERY = Duration.ofSeconds(1);
    private static final String PROLONG =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
    private static final String RELEASE =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private final RedisLink redis;
    private final SdkClock clock;

    @Inject
    RedisLock(RedisLink redis, SdkClock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Tries once. The stage is empty if somebody else holds the lock, and fails if Redis cannot tell. */
    CompletionStage<Optional<Held>> tryAcquire(String key) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String token =
                HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
        return redis.call(client -> client.getBucket(key, StringCodec.INSTANCE).setIfAbsentAsync(token, LEASE))
                .thenApply(acquired -> acquired ? Optional.of(new Held(key, token)) : Optional.empty());
    }

    /** A lock that is held until it is released, or until it could not be prolonged in time. */
    final class Held {
        private final String key;
        private final String token;
        private Registration timer = () -> {};
        private boolean isReleased;
        private Runnable whenLost = () -> {};

        private Held(String key, String token) {
            this.key = key;
            this.token = token;
            prolongLater();
        }

        /** Sets what is done when the lock is somebody else's, or Redis cannot tell whose it is. */
        synchronized void whenLost(Runnable action) {
            whenLost = action;
        }

        private synchronized void prolongLater() {
            if (!isReleased) {
                timer = clock.schedule(PROLONGED_EVERY, this::prolong);
            }
        }

        private void prolong() {
            eval(PROLONG, LEASE.toMillis()).whenComplete((prolonged, failure) -> {
                if (failure == null && prolonged == 1) {
                    prolongLater();
                } else {
                    lost();
                }
            });
        }

        private void lost() {
            Runnable action;
            synchronized (this) {
                if (isReleased) {
                    return;
                }
                isReleased = true;
                action = whenLost;
            }
            action.run();
        }

        /** Lets others have it. That this fails does no harm: the lock ends by itself soon. */
        CompletionStage<?> release() {
            synchronized (this) {
                isReleased = true;
                timer.close();
            }
            return eval(RELEASE, 0).exceptionally(failure -> 0L);
        }

        private CompletionStage<Long> eval(String script, long argument) {
            return redis.call(client -> client.getScript(StringCodec.INSTANCE)
                    .evalAsync(
                            RScript.Mode.READ_WRITE,
                            script,
                            RScript.ReturnType.LONG,
                            List.of(key),
                            token,
                            String.valueOf(argument)));
        }
    }
}
