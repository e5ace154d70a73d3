package io.stigg.sdk.redis;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.CacheFactory;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps entitlements in Redis, for {@link io.stigg.sdk.StiggBuilder#cache}: for all processes of an environment, whether
 * they use this SDK or Stigg's for Node, and over restarts. Made by {@link RedisServers#environment}.
 *
 * <p>One of the processes follows Stigg's updates and applies them to Redis; the others hear of them from it, and one of
 * them takes over if it goes. Several processes that miss the same customer ask Stigg once.
 *
 * <p>While Redis cannot be reached, checks are answered from the near cache, and else by Stigg; the SDK connects again by
 * itself. The client's threads are daemons, so that a process that forgets to close the client ends nevertheless; with a
 * client that the application lends, threads are the application's.
 *
 * <p>Immutable.
 */
public final class RedisCache implements CacheFactory {
    private static final Pattern PREFIX = Pattern.compile("[^\\s{}\\p{Cntrl}]{1,100}");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long NEVER = -1;

    private final RedisServers servers;
    private final String prefix;
    private final long secondsToLive;
    private final @Nullable CacheFactory near;
    private final boolean hashTagged;
    private final boolean keptByService;
    private final boolean asksWithoutRedis;

    private RedisCache(
            RedisServers servers,
            String prefix,
            long secondsToLive,
            @Nullable CacheFactory near,
            boolean hashTagged,
            boolean keptByService,
            boolean asksWithoutRedis) {
        this.servers = servers;
        this.prefix = prefix;
        this.secondsToLive = secondsToLive;
        this.near = near;
        this.hashTagged = hashTagged;
        this.keptByService = keptByService;
        this.asksWithoutRedis = asksWithoutRedis;
    }

    static RedisCache of(RedisServers servers, String prefix) {
        if (!PREFIX.matcher(requireNonNull(prefix, "prefix")).matches()) {
            throw new IllegalArgumentException(
                    "prefix must be 1 to 100 characters without spaces, braces and control characters, not '" + prefix
                            + "'");
        }
        return new RedisCache(servers, prefix, WEEK.toSeconds(), null, false, false, true);
    }

    /**
     * Puts a cache in front of Redis, in this process, so that a check of a customer who was checked before needs no
     * network. It is kept right by what the other processes tell; what may have been missed is looked up in Redis again.
     *
     * @param cache any cache that answers at once, such as {@code MemoryCache.ofCustomers(10_000)}
     * @return the changed options
     */
    public RedisCache nearCache(CacheFactory cache) {
        requireNonNull(cache, "nearCache");
        return new RedisCache(servers, prefix, secondsToLive, cache, hashTagged, keptByService, asksWithoutRedis);
    }

    /**
     * Sets how long what is written stays in Redis if it is not written again; 7 days by default, as with Node. All
     * processes and the persistent-cache-service ({@code KEYS_TTL_IN_SECS}) should have the same.
     *
     * @param timeToLive the time, in whole seconds, at least one
     * @return the changed options
     * @throws IllegalArgumentException if it is shorter than a second or longer than ten years
     */
    public RedisCache timeToLive(Duration timeToLive) {
        requireNonNull(timeToLive, "timeToLive");
        if (timeToLive.toSeconds() < 1 || timeToLive.compareTo(Duration.ofDays(3650)) > 0) {
            throw new IllegalArgumentException("timeToLive must be from a second to ten years, not " + timeToLive);
        }
        return new RedisCache(
                servers, prefix, timeToLive.toSeconds(), near, hashTagged, keptByService, asksWithoutRedis);
    }

    /**
     * Lets what is written stay in Redis for ever, as a negative TTL does with Node.
     *
     * @return the changed options
     */
    public RedisCache neverExpiring() {
        return new RedisCache(servers, prefix, NEVER, near, hashTagged, keptByService, asksWithoutRedis);
    }

    /**
     * Writes customer ids in braces, so that a cluster keeps all that belongs to a customer in one slot, and a check needs
     * one command and a write one script. Node and the persistent-cache-service do not find what is written so.
     *
     * @return the changed options
     */
    public RedisCache hashTagged() {
        return new RedisCache(servers, prefix, secondsToLive, near, true, keptByService, asksWithoutRedis);
    }

    /**
     * Leaves it to Stigg's persistent-cache-service to keep Redis up to date: no process follows Stigg's updates, and what
     * is found in Redis counts as current, however old. What is held in the near cache is looked up again after the
     * client's {@link io.stigg.sdk.StiggBuilder#entitlementTtl}, in Redis and not at Stigg.
     *
     * @return the changed options
     */
    public RedisCache keptUpToDateByService() {
        return new RedisCache(servers, prefix, secondsToLive, near, hashTagged, true, asksWithoutRedis);
    }

    /**
     * Does not ask Stigg while Redis cannot be reached, to spare it the questions of all processes at once; checks are
     * answered from the near cache or by fallbacks then, as with Node. Reloading asks Stigg even so.
     *
     * @return the changed options
     */
    public RedisCache fallbackOnlyWithoutRedis() {
        return new RedisCache(servers, prefix, secondsToLive, near, hashTagged, keptByService, false);
    }

    @Override
    public AdapterSet create(TransportPorts transport, SdkClock clock) {
        RedisAdapters adapters = DaggerRedisAdapters.factory()
                .create(requireNonNull(transport, "transport"), this, requireNonNull(clock, "clock"));
        // Both have something to do before Redis counts as reachable.
        adapters.cache();
        adapters.updates();
        adapters.link().start();
        return adapters;
    }

    RedisServers servers() {
        return servers;
    }

    String prefix() {
        return prefix;
    }

    /** Negative for ever. */
    long secondsToLive() {
        return secondsToLive;
    }

    Optional<CacheFactory> near() {
        return Optional.ofNullable(near);
    }

    boolean isHashTagged() {
        return hashTagged;
    }

    boolean isKeptByService() {
        return keptByService;
    }

    boolean asksWithoutRedis() {
        return asksWithoutRedis;
    }

    static String requireText(String argument, String value) {
        if (requireNonNull(value, argument).isBlank()) {
            throw new IllegalArgumentException(argument + " must not be blank");
        }
        return value;
    }

    @Override
    public String toString() {
        return "RedisCache[" + servers + ", environment " + prefix + (near == null ? "" : ", near " + near) + "]";
    }
}
