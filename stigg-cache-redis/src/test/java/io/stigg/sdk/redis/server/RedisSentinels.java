package io.stigg.sdk.redis.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A master and a replica under three sentinels, which know each other and the replica from the start.
 *
 * <p>One sentinel takes a silent master for down after a second and gets the votes of the others, which are more patient:
 * were all alike, they could vote each for itself, and a fail-over would take seconds more now and then.
 *
 * <p><b>Threads.</b> As {@link RedisServer}.
 */
public final class RedisSentinels implements AutoCloseable {
    private static final String MASTER_NAME = "stigg-master";
    private static final int SENTINELS = 3;

    private final RedisReplicas servers;
    private final List<RedisServer> sentinels;

    private RedisSentinels(RedisReplicas servers, List<RedisServer> sentinels) {
        this.servers = servers;
        this.sentinels = sentinels;
    }

    /**
     * Starts all five and waits until the sentinels agree and could fail over.
     *
     * @param options more options of {@code redis-server}, for the master and the replica
     * @return the servers and their sentinels
     * @throws IllegalStateException if they do not come up; says what was logged
     */
    public static RedisSentinels start(String... options) {
        RedisReplicas servers = RedisReplicas.start(options);
        try {
            RedisSentinels started =
                    new RedisSentinels(servers, FreePorts.use(SENTINELS, ports -> startSentinels(ports, servers)));
            Polling.until("the sentinels are ready", started::log, started::isReady);
            return started;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private static List<RedisServer> startSentinels(List<Integer> ports, RedisReplicas servers) {
        List<RedisServer> sentinels = new ArrayList<>();
        try {
            for (int i = 0; i < SENTINELS; i++) {
                sentinels.add(RedisServer.startSentinel(ports.get(i), configuration(i, ports, servers)));
            }
            return List.copyOf(sentinels);
        } catch (RuntimeException e) {
            sentinels.forEach(RedisServer::close);
            throw e;
        }
    }

    /** One voice is enough to find the master down; to fail over, a sentinel still needs the votes of the majority. */
    private static List<String> configuration(int self, List<Integer> ports, RedisReplicas servers) {
        Stream<String> own = Stream.of(
                "sentinel myid " + id(self),
                "sentinel monitor " + MASTER_NAME + " 127.0.0.1 "
                        + servers.master().port() + " 1",
                "sentinel down-after-milliseconds " + MASTER_NAME + " " + (1_000 + 2_000 * self),
                "sentinel failover-timeout " + MASTER_NAME + " 5000",
                "sentinel known-replica " + MASTER_NAME + " 127.0.0.1 "
                        + servers.replica().port());
        // Else they learn of each other from what they publish, every two seconds.
        Stream<String> others = IntStream.range(0, SENTINELS)
                .filter(other -> other != self)
                .mapToObj(other ->
                        "sentinel known-sentinel " + MASTER_NAME + " 127.0.0.1 " + ports.get(other) + " " + id(other));
        return Stream.concat(own, others).toList();
    }

    private static String id(int sentinel) {
        return "%040x".formatted(sentinel + 1);
    }

    private boolean isReady() {
        return sentinels.stream()
                .allMatch(sentinel -> String.valueOf(sentinel.command("SENTINEL", "CKQUORUM", MASTER_NAME))
                                .startsWith("OK " + SENTINELS + " usable Sentinels")
                        && String.valueOf(sentinel.command("SENTINEL", "REPLICAS", MASTER_NAME))
                                .contains("master-link-status, ok"));
    }

    /** {@return the name by which the sentinels know the master} */
    public String masterName() {
        return MASTER_NAME;
    }

    /** {@return the addresses of the sentinels} */
    public List<String> uris() {
        return sentinels.stream().map(RedisServer::uri).toList();
    }

    /** {@return the sentinels} */
    public List<RedisServer> sentinels() {
        return sentinels;
    }

    /** {@return the server that the sentinels do not name as the master now} */
    public RedisServer replica() {
        return master() == servers.master() ? servers.replica() : servers.master();
    }

    /** {@return the server that the sentinels name as the master now} */
    public RedisServer master() {
        return isNamedByAll(servers.replica()) ? servers.replica() : servers.master();
    }

    /**
     * Kills the master and waits until the other server is the master and all sentinels name it. The killed one stays down;
     * started again, it is made the replica within some ten seconds.
     *
     * @throws IllegalStateException if it does not happen in time; says what was logged
     */
    public void failOver() {
        RedisServer old = master();
        RedisServer next = replica();
        old.kill();
        Polling.until(
                "the sentinels name " + next,
                this::log,
                () -> isNamedByAll(next)
                        && String.valueOf(next.command("INFO", "replication")).contains("role:master"));
    }

    private boolean isNamedByAll(RedisServer server) {
        List<String> address = List.of("127.0.0.1", String.valueOf(server.port()));
        return sentinels.stream()
                .allMatch(sentinel ->
                        Objects.equals(sentinel.command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER_NAME), address));
    }

    private String log() {
        return sentinels.stream()
                .map(sentinel -> sentinel.uri() + "\n" + sentinel.log())
                .collect(Collectors.joining("\n"));
    }

    /** Kills the sentinels and their servers, and deletes their directories. */
    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        servers.close();
    }
}
