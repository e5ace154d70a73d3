package io.stigg.sdk.redis.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * A master with one replica, and nobody who watches over them.
 *
 * <p><b>Threads.</b> As {@link RedisServer}.
 */
public final class RedisReplicas implements AutoCloseable {
    // What the master sends first goes over the socket and at once, else it gathers replicas for seconds.
    private static final List<String> REPLICATION =
            List.of("--repl-diskless-sync", "yes", "--repl-diskless-sync-delay", "0");

    private final RedisServer master;
    private final RedisServer replica;

    private RedisReplicas(RedisServer master, RedisServer replica) {
        this.master = master;
        this.replica = replica;
    }

    /**
     * Starts both and waits until the replica follows the master.
     *
     * @param options more options of {@code redis-server}, for both
     * @return the two, in step
     * @throws IllegalStateException if they do not come up; says what was logged
     */
    public static RedisReplicas start(String... options) {
        RedisServer master = RedisServer.start(with(options));
        RedisServer replica = null;
        try {
            replica = RedisServer.start(with(options, "--replicaof", "127.0.0.1", String.valueOf(master.port())));
            RedisServer follower = replica;
            Polling.until(
                    "the replica follows",
                    follower::log,
                    () -> String.valueOf(follower.command("INFO", "replication"))
                            .contains("master_link_status:up"));
            return new RedisReplicas(master, replica);
        } catch (RuntimeException e) {
            master.close();
            if (replica != null) {
                replica.close();
            }
            throw e;
        }
    }

    private static String[] with(String[] options, String... more) {
        return Stream.of(REPLICATION.stream(), Stream.of(options), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    /** {@return the server that was started as the master} */
    public RedisServer master() {
        return master;
    }

    /** {@return the server that was started as the replica; it refuses writes} */
    public RedisServer replica() {
        return replica;
    }

    /** {@return the addresses, the master's first} */
    public List<String> uris() {
        return List.of(master.uri(), replica.uri());
    }

    /** Kills both and deletes their directories. */
    @Override
    public void close() {
        replica.close();
        master.close();
    }
}
