package io.stigg.sdk.redis;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/**
 * Where Redis is, and how to log in. The way to a {@link RedisCache}:
 *
 * <pre>{@code RedisServers.at("redis://redis:6379").environment("production")}</pre>
 *
 * <p>Addresses begin with {@code redis://}, or with {@code rediss://} for TLS, which is always verified: the server's
 * certificate against the JDK's authorities or {@linkplain #trusting one's own}, and its host name.
 *
 * <p>Immutable. Holds a password, and never shows it.
 */
public final class RedisServers {
    /** How the servers stand to each other. */
    enum Topology {
        SINGLE,
        REPLICATED,
        SENTINEL,
        CLUSTER,
        LENT
    }

    /** What proves who is asking. */
    record Login(Optional<String> user, String password) {
        @Override
        public String toString() {
            return "Login[" + user.orElse("default user") + "]";
        }
    }

    /** Whom to trust beside, or instead of, the JDK's authorities. */
    record Trust(Path store, String password) {
        @Override
        public String toString() {
            return "Trust[" + store + "]";
        }
    }

    private final Topology topology;
    private final List<String> addresses;
    private final Optional<String> masterName;
    private final Optional<RedissonClient> lent;
    private final Optional<Login> login;
    private final Optional<Trust> trust;
    private final int database;

    private RedisServers(
            Topology topology,
            List<String> addresses,
            Optional<String> masterName,
            Optional<RedissonClient> lent,
            Optional<Login> login,
            Optional<Trust> trust,
            int database) {
        this.topology = topology;
        this.addresses = addresses;
        this.masterName = masterName;
        this.lent = lent;
        this.login = login;
        this.trust = trust;
        this.database = database;
    }

    private static RedisServers of(Topology topology, Optional<String> masterName, String... addresses) {
        List<String> checked =
                List.of(addresses).stream().map(RedisServers::requireAddress).toList();
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("addresses: there is none");
        }
        return new RedisServers(topology, checked, masterName, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /**
     * One server, or one address that leads to whichever server is the master.
     *
     * @param address such as {@code redis://redis:6379}
     * @return the servers
     * @throws IllegalArgumentException if it is no such address
     */
    public static RedisServers at(String address) {
        return of(Topology.SINGLE, Optional.empty(), address);
    }

    /**
     * A master and its replicas, without anything that watches them; the SDK finds out which is the master. This is what
     * the replication groups of the big clouds are.
     *
     * @param addresses of all of them
     * @return the servers
     * @throws IllegalArgumentException if there is none, or one is no address
     */
    public static RedisServers replicated(String... addresses) {
        return of(Topology.REPLICATED, Optional.empty(), addresses);
    }

    /**
     * Servers that are watched by sentinels.
     *
     * @param masterName what the sentinels call the master
     * @param addresses of the sentinels
     * @return the servers
     * @throws IllegalArgumentException if a name is empty, there is no address, or one is no address
     */
    public static RedisServers sentinel(String masterName, String... addresses) {
        return of(Topology.SENTINEL, Optional.of(RedisCache.requireText("masterName", masterName)), addresses);
    }

    /**
     * A cluster. The keys of a customer lie on several of its servers, as Node's layout wants it; {@link
     * RedisCache#hashTagged} keeps them together.
     *
     * @param addresses of some of its servers; the SDK finds the others
     * @return the servers
     * @throws IllegalArgumentException if there is none, or one is no address
     */
    public static RedisServers cluster(String... addresses) {
        return of(Topology.CLUSTER, Optional.empty(), addresses);
    }

    /**
     * Servers that the application has a client for. The SDK uses it as it is configured, but for the codec, and never
     * closes it. Its threads, timeouts and retries are the application's to choose: a check waits for Redis as long as
     * the client does, up to the check timeout.
     *
     * @param client the application's client
     * @return the servers
     */
    public static RedisServers of(RedissonClient client) {
        return new RedisServers(
                Topology.LENT,
                List.of(),
                Optional.empty(),
                Optional.of(requireNonNull(client, "client")),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * Logs in with a password.
     *
     * @param password the password
     * @return the changed servers
     * @throws IllegalArgumentException if it is empty
     * @throws IllegalStateException if the client is the application's
     */
    public RedisServers withPassword(String password) {
        return with(new Login(Optional.empty(), RedisCache.requireText("password", password)));
    }

    /**
     * Logs in as a user of Redis's access control lists. The user needs the keys and channels that begin with the
     * environment, and {@code docs/redis.md} lists the commands.
     *
     * @param user the user
     * @param password the user's password
     * @return the changed servers
     * @throws IllegalArgumentException if one is empty
     * @throws IllegalStateException if the client is the application's
     */
    public RedisServers withUser(String user, String password) {
        return with(new Login(
                Optional.of(RedisCache.requireText("user", user)), RedisCache.requireText("password", password)));
    }

    private RedisServers with(Login newLogin) {
        requireOwn("the login");
        return new RedisServers(topology, addresses, masterName, lent, Optional.of(newLogin), trust, database);
    }

    /**
     * Trusts the authorities of a key store, and no others, for TLS.
     *
     * @param keyStore a file in PKCS 12 or JKS
     * @param password its password
     * @return the changed servers
     * @throws IllegalArgumentException if there is no such file, it is no key store, or the password is another one
     * @throws IllegalStateException if the client is the application's
     */
    public RedisServers trusting(Path keyStore, String password) {
        requireOwn("the key store");
        requireKeyStore(requireNonNull(keyStore, "keyStore"), requireNonNull(password, "password"));
        return new RedisServers(
                topology, addresses, masterName, lent, login, Optional.of(new Trust(keyStore, password)), database);
    }

    private static void requireKeyStore(Path keyStore, String password) {
        try {
            KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "keyStore cannot be read with the password that was given: " + keyStore, unreadable);
        }
    }

    /**
     * Uses another database than number 0. A cluster has only that one.
     *
     * @param number the number
     * @return the changed servers
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if the client is the application's, or the servers are a cluster
     */
    public RedisServers withDatabase(int number) {
        requireOwn("the database");
        if (topology == Topology.CLUSTER) {
            throw new IllegalStateException("database: a cluster has only number 0");
        }
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative: " + number);
        }
        return new RedisServers(topology, addresses, masterName, lent, login, trust, number);
    }

    /**
     * Says which environment's entitlements are kept, and so makes a cache.
     *
     * @param prefix what all keys begin with. It must be that of the other processes: Node's {@code environmentPrefix},
     *     the persistent-cache-service's {@code REDIS_ENVIRONMENT_PREFIX}
     * @return the cache
     * @throws IllegalArgumentException if it is empty, longer than 100 characters, or has spaces, braces or control
     *     characters in it
     */
    public RedisCache environment(String prefix) {
        return RedisCache.of(this, prefix);
    }

    private void requireOwn(String option) {
        if (topology == Topology.LENT) {
            throw new IllegalStateException(option + " is the application's to set, on the client that it lends");
        }
    }

    private static String requireAddress(String address) {
        requireNonNull(address, "address");
        URI uri = uri(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isComplete = uri.getHost() != null && uri.getPort() > 0;
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("address must not hold a password; give it to withPassword or withUser");
        }
        if (!(scheme.equals("redis") || scheme.equals("rediss")) || !isComplete) {
            throw new IllegalArgumentException("address must be like redis://host:6379 or rediss://host:6379");
        }
        if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("address must end with the port; a database is given to withDatabase");
        }
        return scheme + "://" + uri.getHost() + ":" + uri.getPort();
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException unreadable) {
            // Without the address, which may hold a password.
            throw new IllegalArgumentException("address must be like redis://host:6379 or rediss://host:6379");
        }
    }

    Topology topology() {
        return topology;
    }

    List<String> addresses() {
        return addresses;
    }

    Optional<String> masterName() {
        return masterName;
    }

    Optional<RedissonClient> lent() {
        return lent;
    }

    Optional<Login> login() {
        return login;
    }

    Optional<Trust> trust() {
        return trust;
    }

    int database() {
        return database;
    }

    /** Whether keys lie on several servers by their slots. */
    boolean areClustered() {
        return lent.map(client -> client.getConfig().isClusterConfig()).orElse(topology == Topology.CLUSTER);
    }

    @Override
    public String toString() {
        return topology == Topology.LENT ? "the application's client" : topology + addresses.toString();
    }
}
