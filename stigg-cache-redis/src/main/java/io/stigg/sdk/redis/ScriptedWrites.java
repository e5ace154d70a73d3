package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Writes by scripts, each of which compares and sets in one step. For wherever all keys of a customer are on one server.
 *
 * <p>Source: Node reads the timestamps and writes in two steps, under a lock. A script needs no lock, but leaves a customer
 * alone whom a process of Node's has locked, and tries ten more times, as Node does. After that the lock is taken for
 * forgotten.
 */
final class ScriptedWrites implements SharedWrites {
    private static final Script WRITE = Script.named("write.lua");
    private static final Script USAGE = Script.named("usage.lua");
    private static final int LOCKED = -1;

    private final RedisLink redis;
    private final Keys keys;
    private final SdkClock clock;
    private final String secondsToLive;

    @Inject
    ScriptedWrites(RedisLink redis, Keys keys, RedisCache options, SdkClock clock) {
        this.redis = redis;
        this.keys = keys;
        this.clock = clock;
        this.secondsToLive = String.valueOf(options.secondsToLive());
    }

    @Override
    public CompletionStage<Write.Outcome> write(Write write) {
        return write(write, keysOf(write), argumentsOf(write), MOST_RETRIES);
    }

    private CompletionStage<Write.Outcome> write(Write write, List<String> names, List<String> arguments, int retries) {
        return WRITE.run(redis, names, arguments).thenCompose(outcome -> {
            if (outcome != LOCKED) {
                return CompletableFuture.completedFuture(outcome(outcome));
            }
            if (retries > 0) {
                return SharedWrites.pause(clock).thenCompose(over -> write(write, names, arguments, retries - 1));
            }
            List<String> unlocked = new ArrayList<>(names);
            unlocked.set(0, keys.writeLock(write.snapshot().scope()) + ":forgotten");
            return WRITE.run(redis, unlocked, arguments).thenApply(ScriptedWrites::outcome);
        });
    }

    private static Write.Outcome outcome(long outcome) {
        return outcome == 0 ? Write.Outcome.NOT_HELD : outcome == 1 ? Write.Outcome.WRITTEN : Write.Outcome.OLDER;
    }

    private List<String> keysOf(Write write) {
        CustomerScope scope = write.snapshot().scope();
        String set = keys.entitlements(scope);
        String metadata = keys.metadata(scope);
        String customer = keys.entitlements(CustomerScope.of(scope.customerId()));
        List<String> names = new ArrayList<>(List.of(
                keys.writeLock(scope),
                set,
                Keys.timestamp(set),
                metadata,
                Keys.timestamp(metadata),
                Keys.timestamp(customer)));
        for (EntitlementFact fact : write.trackable()) {
            String usage = keys.usage(scope, fact.ref());
            names.add(usage);
            names.add(Keys.timestamp(usage));
        }
        return names;
    }

    private List<String> argumentsOf(Write write) {
        List<String> arguments = new ArrayList<>(List.of(
                secondsToLive,
                write.onlyIfHeld() ? "held" : "any",
                write.entitlements(),
                write.metadata().text(),
                write.snapshot().updatedAt().map(ScriptedWrites::millis).orElse(""),
                millis(write.snapshot().fetchedAt()),
                millis(write.timestamp()),
                write.snapshot().scope().resourceId().isPresent() ? "1" : "0"));
        for (EntitlementFact fact : write.trackable()) {
            arguments.add(UsageJson.text(fact.usage()));
            arguments.add(counted(fact.usage()));
        }
        return arguments;
    }

    /** Usage that Stigg does not date gives way to any other. */
    static String counted(Usage usage) {
        return millis(usage.updatedAt().orElse(Instant.EPOCH));
    }

    static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }

    @Override
    public CompletionStage<?> applyUsage(UsageReading reading) {
        String set = keys.entitlements(reading.scope());
        String usage = keys.usage(reading.scope(), reading.ref());
        return USAGE.run(
                redis,
                List.of(set, Keys.timestamp(set), usage, Keys.timestamp(usage)),
                List.of(secondsToLive, UsageJson.text(reading.usage()), counted(reading.usage())));
    }

    @Override
    public CompletionStage<?> remove(CustomerScope scope) {
        return Removal.of(keys, scope).run(redis);
    }
}
