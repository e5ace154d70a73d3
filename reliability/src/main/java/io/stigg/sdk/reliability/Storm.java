package io.stigg.sdk.reliability;

import io.stigg.sdk.redis.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Faults at random, one after the other. One thread's. */
final class Storm {
    private static final List<Fault> FAULTS =
            List.of(Fault.REFUSE, Fault.CUT, Fault.TRUNCATE, Fault.CORRUPT, Fault.DELAY, Fault.STALL);
    private static final long FARTHEST_JUMP_SECONDS = 3_600;

    private final FaultyProxy proxy;
    private final EmulatorProcess stigg;
    private final RedisServer redis;
    private final Fleet fleet;
    private final Metering metering;
    private final Random random;
    private int crashes;
    private int redisCrashes;
    private int jumps;

    Storm(FaultyProxy proxy, EmulatorProcess stigg, RedisServer redis, Fleet fleet, Metering metering, Random random) {
        this.proxy = proxy;
        this.stigg = stigg;
        this.redis = redis;
        this.fleet = fleet;
        this.metering = metering;
        this.random = random;
    }

    /** Rages for as long, and each process dies once at least; then all is as it was, but for what lies broken. */
    void rage(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        crash();
        crashRedis();
        while (System.nanoTime() < end) {
            proxy.set(FAULTS.get(random.nextInt(FAULTS.size())));
            switch (random.nextInt(16)) {
                case 0 -> crash();
                case 1 -> crashRedis();
                case 2, 3, 4 -> jump();
                case 5 -> metering.restart();
                default -> {}
            }
            Pause.of(Duration.ofMillis(200 + random.nextInt(1_000)));
        }
        proxy.set(Fault.NONE);
    }

    private void crash() {
        if (random.nextBoolean()) {
            stigg.kill();
        } else {
            stigg.stop();
        }
        Pause.of(Duration.ofMillis(random.nextInt(1_500)));
        stigg.startAgain();
        crashes++;
    }

    private void crashRedis() {
        redis.kill();
        Pause.of(Duration.ofMillis(random.nextInt(1_500)));
        redis.startAgain();
        redisCrashes++;
    }

    private void jump() {
        fleet.setClock(Duration.ofSeconds(random.nextLong(-FARTHEST_JUMP_SECONDS, FARTHEST_JUMP_SECONDS)));
        jumps++;
    }

    int crashes() {
        return crashes;
    }

    int redisCrashes() {
        return redisCrashes;
    }

    int jumps() {
        return jumps;
    }
}
