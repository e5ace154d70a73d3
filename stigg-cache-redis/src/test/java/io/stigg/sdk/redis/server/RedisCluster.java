package io.stigg.sdk.redis.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cluster of three masters without replicas.
 *
 * <p><b>Threads.</b> As {@link RedisServer}.
 */
public final class RedisCluster implements AutoCloseable {
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = nodes;
    }

    /**
     * Starts the nodes, makes them a cluster, and waits until each of them finds it in order.
     *
     * @param options more options of {@code redis-server}, for all nodes
     * @return the cluster, which serves all slots
     * @throws IllegalStateException if it does not come up; says what was logged
     */
    public static RedisCluster start(String... options) {
        String[] arguments = Stream.concat(
                        Stream.of("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1"), Stream.of(options))
                .toArray(String[]::new);
        List<RedisServer> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < MASTERS; i++) {
                nodes.add(RedisServer.start(arguments));
            }
            RedisCluster cluster = new RedisCluster(List.copyOf(nodes));
            cluster.join();
            cluster.awaitOk();
            return cluster;
        } catch (RuntimeException e) {
            nodes.forEach(RedisServer::close);
            throw e;
        }
    }

    private void join() {
        for (int i = 0; i < MASTERS; i++) {
            RedisServer node = nodes.get(i);
            // Nodes that meet with the same epoch have to settle first whose is the newer.
            node.command("CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(i + 1));
            node.command(addSlots(i));
        }
        // Each pair, not to wait for the gossip.
        for (RedisServer node : nodes) {
            nodes.stream()
                    .filter(other -> other.port() < node.port())
                    .forEach(other -> node.command("CLUSTER", "MEET", "127.0.0.1", String.valueOf(other.port())));
        }
    }

    private static String[] addSlots(int node) {
        IntStream slots = IntStream.range(SLOTS * node / MASTERS, SLOTS * (node + 1) / MASTERS);
        return Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"), slots.mapToObj(String::valueOf))
                .toArray(String[]::new);
    }

    /**
     * Waits until each node finds all nodes there and all slots served; after a node has been started again, for one.
     *
     * @throws IllegalStateException if that does not happen in time; says what was logged
     */
    public void awaitOk() {
        Polling.until("the cluster is ok", this::log, () -> nodes.stream().allMatch(RedisCluster::isOk));
    }

    private static boolean isOk(RedisServer node) {
        String info = String.valueOf(node.command("CLUSTER", "INFO"));
        return Stream.of("cluster_state:ok", "cluster_slots_ok:" + SLOTS, "cluster_known_nodes:" + MASTERS)
                .allMatch(line -> info.contains(line + "\r\n"));
    }

    private String log() {
        return nodes.stream().map(node -> node.uri() + "\n" + node.log()).collect(Collectors.joining("\n"));
    }

    /** {@return the three nodes, in the order of their slots} */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** {@return the addresses of the nodes} */
    public List<String> uris() {
        return nodes.stream().map(RedisServer::uri).toList();
    }

    /** Kills the nodes and deletes their directories. */
    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }
}
