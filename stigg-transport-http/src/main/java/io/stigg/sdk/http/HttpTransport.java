package io.stigg.sdk.http;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.port.TransportPorts;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/**
 * Reaches Stigg over HTTP: GraphQL, and Stigg's edge for what may be read there, falling back to GraphQL when the edge
 * fails. Is told of changes over a WebSocket. Immutable: each option returns a changed copy.
 *
 * <pre>{@code
 * Stigg stigg = Stigg.builder()
 *     .transport(HttpTransport.withApiKey(apiKey))
 *     ...
 * }</pre>
 *
 * <p>Every call has a budget of time for everything that it does, and ends when it is spent. Within it, what failed for a
 * moment is tried again, with growing pauses and jitter or after the pause that Stigg asks for; a write whose fate is not
 * known only if doing it twice has the effect of doing it once. Redirects are not followed, because the key would go
 * along.
 *
 * <p>Updates come over one connection, which is opened when a client wants them. It is watched in both directions: a
 * server that is silent for twice ten seconds counts as gone, as does one that sends what cannot be understood, and the
 * client opens the next one. A server that lacks the API's newer subscriptions is followed on the older ones.
 *
 * <p>Threads: a transport makes a few daemon threads named {@code stigg-http-...}, and ends them when it is closed. Completions run
 * on them and must not block. The JDK's client has one more, which watches the connections. What is lent ({@link #httpClient},
 * {@link #executor}) is not closed.
 *
 * <p>Source: endpoints, headers, the use of the edge and the stream's protocol are those of the Node server SDK 4.55.
 * Unlike it, calls are not repeated where that could count twice, the edge is not the last word, and silence is noticed.
 */
public final class HttpTransport implements TransportFactory {
    private static final int DEFAULT_MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

    private final ApiKey apiKey;
    private final Endpoints endpoints;
    private final Budgets budgets;
    private final ClientIdentity identity;
    private final Borrowed borrowed;
    private final int maxResponseBytes;

    private HttpTransport(
            ApiKey apiKey,
            Endpoints endpoints,
            Budgets budgets,
            ClientIdentity identity,
            Borrowed borrowed,
            int maxResponseBytes) {
        this.apiKey = apiKey;
        this.endpoints = endpoints;
        this.budgets = budgets;
        this.identity = identity;
        this.borrowed = borrowed;
        this.maxResponseBytes = maxResponseBytes;
    }

    /**
     * Reaches Stigg's cloud with an API key.
     *
     * @param apiKey a server key ("full access"); no text that this library makes shows it
     * @return the transport
     * @throws IllegalArgumentException if the key is blank or has characters that no key has
     */
    public static HttpTransport withApiKey(String apiKey) {
        return new HttpTransport(
                ApiKey.of(apiKey),
                Endpoints.production(),
                Budgets.standard(),
                ClientIdentity.standard(),
                Borrowed.nothing(),
                DEFAULT_MAX_RESPONSE_BYTES);
    }

    /**
     * Sets where the API is; {@code /graphql} is appended. Unless {@link #baseEdgeUri} says otherwise, the edge follows
     * from it: {@code edge.} before the host's name, port 3060 for this machine, none for other numeric addresses.
     *
     * @param uri {@code https}, or {@code http} for this machine; a path is kept. Default: {@code https://api.stigg.io}
     * @return the changed transport
     * @throws IllegalArgumentException if it is no address of a server
     */
    public HttpTransport baseUri(URI uri) {
        return with(endpoints.withBase(uri));
    }

    /**
     * Sets where the edge is.
     *
     * @param uri {@code https}, or {@code http} for this machine; a path is kept. Default: derived, see {@link #baseUri}
     * @return the changed transport
     * @throws IllegalArgumentException if it is no address of a server
     */
    public HttpTransport baseEdgeUri(URI uri) {
        return with(endpoints.withEdge(uri));
    }

    /**
     * Sets where updates come from; {@code /graphql} is appended.
     *
     * @param uri {@code wss}, or {@code ws} for this machine; a path is kept. Default: the {@link #baseUri}, with
     *     {@code ws} for {@code http} and {@code wss} for {@code https}
     * @return the changed transport
     * @throws IllegalArgumentException if it is no address of a server
     */
    public HttpTransport baseWsUri(URI uri) {
        return with(endpoints.withWebSocket(uri));
    }

    /**
     * Asks GraphQL for everything.
     *
     * @return the changed transport
     */
    public HttpTransport withoutEdge() {
        return with(endpoints.withoutEdge());
    }

    /**
     * Allows {@code http} and {@code ws} to other machines: the key crosses the network unencrypted. For a network of your own.
     *
     * @return the changed transport
     */
    public HttpTransport allowPlainHttp() {
        return with(endpoints.allowingPlainHttp());
    }

    /**
     * Sets how long a call may take in all, with every attempt and pause; the call fails then at the latest.
     *
     * @param timeout positive, at most a day; default: 30 seconds
     * @return the changed transport
     * @throws IllegalArgumentException if it is zero, negative or more than a day
     */
    public HttpTransport timeout(Duration timeout) {
        return with(budgets.withOrdinary(timeout));
    }

    /**
     * Sets how long reading entitlements may take in all, instead of {@link #timeout}.
     *
     * @param timeout positive, at most a day; default: 10 seconds
     * @return the changed transport
     * @throws IllegalArgumentException if it is zero, negative or more than a day
     */
    public HttpTransport entitlementsTimeout(Duration timeout) {
        return with(budgets.withEntitlements(timeout));
    }

    /**
     * Sets the kind of SDK that Stigg is told.
     *
     * @param source a value of the API's {@code SourceType}. Default: {@code NODE_SERVER_SDK}, whose behaviour this is:
     *     the API has a closed set of sources, and none for Java yet
     * @return the changed transport
     * @throws IllegalArgumentException if it is blank or cannot be a header
     */
    public HttpTransport source(String source) {
        return with(identity.withSource(source));
    }

    /**
     * Sets the client's name that Stigg is told.
     *
     * @param name the name; default: {@code java-server-sdk}
     * @return the changed transport
     * @throws IllegalArgumentException if it is blank or cannot be a header
     */
    public HttpTransport clientName(String name) {
        return with(identity.withClientName(name));
    }

    /**
     * Sets the client's version that Stigg is told.
     *
     * @param version the version; default: this library's
     * @return the changed transport
     * @throws IllegalArgumentException if it is blank or cannot be a header
     */
    public HttpTransport clientVersion(String version) {
        return with(identity.withClientVersion(version));
    }

    /**
     * Lends a client, which is not closed. It has its own proxy, TLS and threads, so those options cannot be given as
     * well.
     *
     * @param client a client that does not follow redirects
     * @return the changed transport
     * @throws IllegalArgumentException if it follows redirects
     */
    public HttpTransport httpClient(HttpClient client) {
        return with(borrowed.withClient(client));
    }

    /**
     * Sets the proxies to go through.
     *
     * @param selector chooses a proxy; default: the JVM's
     * @return the changed transport
     */
    public HttpTransport proxy(ProxySelector selector) {
        return with(borrowed.withProxy(selector));
    }

    /**
     * Sets what is trusted and what is presented over TLS.
     *
     * @param context the context; default: the JVM's
     * @return the changed transport
     */
    public HttpTransport sslContext(SSLContext context) {
        return with(borrowed.withSslContext(context));
    }

    /**
     * Lends threads, which are not ended. Requests begin on them, answers are read and told there, and names are looked up, which may
     * block.
     *
     * @param executor runs tasks on other threads than those that bring them, one of which watches all connections; default: threads of
     *     the transport's own
     * @return the changed transport
     */
    public HttpTransport executor(Executor executor) {
        return with(borrowed.withExecutor(executor));
    }

    /**
     * Sets the largest answer that is accepted, and the largest update. A larger one is abandoned where it passes the
     * bound, and with an update the connection that it came over.
     *
     * @param bytes the size after decompression, positive; default: 8 MiB
     * @return the changed transport
     * @throws IllegalArgumentException if it is not positive
     */
    public HttpTransport maxResponseBytes(int bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("maxResponseBytes must be positive, not " + bytes);
        }
        return new HttpTransport(apiKey, endpoints, budgets, identity, borrowed, bytes);
    }

    /**
     * Makes the ports; for the builder of a client. Opens no connection yet.
     *
     * @throws IllegalArgumentException if options contradict each other, or would send the key over plain {@code http}
     */
    @Override
    public TransportPorts create(SdkClock clock) {
        endpoints.requireProtected();
        borrowed.requireConsistent();
        return DaggerHttpComponent.factory().create(this, clock);
    }

    ApiKey apiKey() {
        return apiKey;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    Budgets budgets() {
        return budgets;
    }

    ClientIdentity identity() {
        return identity;
    }

    Borrowed borrowed() {
        return borrowed;
    }

    int maxResponseBytes() {
        return maxResponseBytes;
    }

    private HttpTransport with(Endpoints changed) {
        return new HttpTransport(apiKey, changed, budgets, identity, borrowed, maxResponseBytes);
    }

    private HttpTransport with(Budgets changed) {
        return new HttpTransport(apiKey, endpoints, changed, identity, borrowed, maxResponseBytes);
    }

    private HttpTransport with(ClientIdentity changed) {
        return new HttpTransport(apiKey, endpoints, budgets, changed, borrowed, maxResponseBytes);
    }

    private HttpTransport with(Borrowed changed) {
        return new HttpTransport(apiKey, endpoints, budgets, identity, changed, maxResponseBytes);
    }

    @Override
    public String toString() {
        return "HttpTransport[" + endpoints.base() + ", edge "
                + endpoints.edge().map(URI::toString).orElse("off") + ", timeout " + budgets.ordinary()
                + ", entitlements " + budgets.entitlements() + "]";
    }
}
