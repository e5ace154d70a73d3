package io.stigg.sdk.redis;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SingleServerConfig;

/**
 * A client of the SDK's own, which is small: four threads and a few connections, where Redisson starts with 49 and 25; and
 * impatient: a check had better be answered by Stigg than wait long for Redis. Used by one thread.
 */
final class OwnRedisson implements RedisConnector {
    private static final int THREADS = 2;
    static final int CONNECTIONS = 8;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofMillis(700);
    private static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private final RedisServers servers;
    private @Nullable ExecutorService threads;
    private @Nullable EventLoopGroup network;

    OwnRedisson(RedisServers servers) {
        this.servers = servers;
    }

    @Override
    public RedissonClient connect() {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS, daemons("stigg-redis-"));
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(THREADS, daemons("stigg-redis-io-"), NioIoHandler.newFactory());
        threads = executor;
        network = group;
        Redisson redisson =
                (Redisson) Redisson.create(config().setExecutor(executor).setEventLoopGroup(group));
        DaemonTimer.of(redisson);
        return redisson;
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private Config config() {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                // So that it is made whether Redis is there or not.
                .setLazyInitialization(true)
                .setUseScriptCache(true);
        servers.login().ifPresent(login -> {
            login.user().ifPresent(config::setUsername);
            config.setPassword(login.password());
        });
        servers.trust()
                .ifPresent(trust ->
                        config.setSslTruststore(url(trust.store())).setSslTruststorePassword(trust.password()));
        switch (servers.topology()) {
            case SINGLE -> single(config.useSingleServer());
            case REPLICATED ->
                tuned(config.useReplicatedServers()
                        .addNodeAddress(addresses())
                        .setScanInterval(1000)
                        .setDatabase(servers.database()));
            case SENTINEL ->
                tuned(config.useSentinelServers()
                        .setMasterName(servers.masterName().orElseThrow())
                        .addSentinelAddress(addresses())
                        .setCheckSentinelsList(false)
                        .setScanInterval(1000)
                        .setDatabase(servers.database()));
            case CLUSTER -> tuned(config.useClusterServers().addNodeAddress(addresses()));
            case LENT -> throw new IllegalStateException("a client that is lent is not made");
        }
        return config;
    }

    private String[] addresses() {
        return servers.addresses().toArray(String[]::new);
    }

    private void single(SingleServerConfig config) {
        impatient(config.setAddress(servers.addresses().get(0))
                .setDatabase(servers.database())
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1));
    }

    /** Reads from masters: a replica may not have heard yet of what was used. */
    private static void tuned(BaseMasterSlaveServersConfig<?> config) {
        impatient(config.setReadMode(ReadMode.MASTER)
                .setMasterConnectionPoolSize(CONNECTIONS)
                .setMasterConnectionMinimumIdleSize(1)
                .setSlaveConnectionPoolSize(CONNECTIONS)
                .setSlaveConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1));
    }

    private static void impatient(BaseConfig<?> config) {
        config.setClientName("stigg-java")
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setTimeout((int) TIMEOUT.toMillis())
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(RETRY_DELAY));
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void disconnect(RedissonClient made) {
        made.shutdown(0, 2, TimeUnit.SECONDS);
        if (threads != null) {
            threads.shutdownNow();
        }
        if (network != null) {
            // Its threads load classes even on their way out, and after this their class loader may be closed.
            network.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }

    @Override
    public String toString() {
        return servers.toString();
    }
}
