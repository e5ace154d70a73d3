package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.GraphQL;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An in-memory Stigg behind the HTTP interfaces of the real one, on this machine alone.
 *
 * <pre>{@code
 * StiggBackend backend = StiggBackend.acme();
 * try (StiggEmulator emulator = StiggEmulator.serving(backend).apiKey("key").start()) {
 *     HttpTransport transport = HttpTransport.withApiKey("key").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri());
 *     ...
 * }
 * }</pre>
 *
 * <p>GraphQL is at {@code /graphql}, the edge's documents are below {@code /v1}, and {@code /health} tells that all is
 * well. A root of Stigg's schema that is not served yet answers with an error that says so. While the backend is down,
 * connections are cut without an answer.
 *
 * <p>Thread-safe. Any number run side by side.
 */
public final class StiggEmulator implements AutoCloseable {
    private final ApiTransport transport;
    private final RequestLog requests = new RequestLog();
    private final HttpServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    StiggEmulator(EmulatorOptions options) {
        StiggBackend backend = options.backend();
        transport = backend.connect();
        GraphQL engine = SchemaWiring.engine(
                new QueryRoots(backend, transport).fetchers(), new MutationRoots(backend, transport).fetchers());
        GraphqlExecution execution = new GraphqlExecution(engine);
        Endpoint router = new Router(
                new KeyCheck(options.apiKey(), new GraphqlEndpoint(execution)),
                new KeyCheck(options.apiKey(), new EdgeEndpoint(execution)));
        server = HttpServer.start(options.port(), new ExchangeHandler(router, requests));
    }

    /**
     * Starts the configuration of an emulator.
     *
     * @param backend the Stigg that it serves, which lives on when the emulator is closed
     * @return the options, with a free port and without an API key
     */
    public static EmulatorOptions serving(StiggBackend backend) {
        return new EmulatorOptions(requireNonNull(backend, "backend"));
    }

    /**
     * Returns where GraphQL is served, for the option that is a client's base URI.
     *
     * @return the URI without {@code /graphql}
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Returns where the edge is served, for the option that is a client's edge URI.
     *
     * @return the URI without {@code /v1}; the same as {@link #uri()}
     */
    public URI edgeUri() {
        return uri();
    }

    /**
     * Counts the requests that were received since the start, or since they were last cleared.
     *
     * @return how many
     */
    public int requestCount() {
        return requests.count();
    }

    /**
     * Lists the requests that were received, refused ones included.
     *
     * @return the latest 10,000 in the order in which they arrived
     */
    public List<ReceivedRequest> requests() {
        return requests.latest();
    }

    /** Forgets the requests that were received. */
    public void clearRequests() {
        requests.clear();
    }

    /**
     * Ends every thread and connection of the emulator; requests under way get no answer. Closing again does nothing.
     * Never throws.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transport.close();
            server.close();
        }
    }

    @Override
    public String toString() {
        return "StiggEmulator[" + uri() + "]";
    }
}
