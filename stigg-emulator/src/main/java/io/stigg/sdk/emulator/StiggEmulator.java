package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.BackendSnapshot;
import io.stigg.sdk.testkit.StiggBackend;
import io.undertow.server.HttpHandler;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An in-memory Stigg behind the interfaces of the real one, HTTP and WebSocket, by default on this machine alone.
 *
 * <pre>{@code
 * StiggBackend backend = StiggBackend.acme();
 * try (StiggEmulator emulator = StiggEmulator.serving(backend).apiKey("key").start()) {
 *     HttpTransport transport = HttpTransport.withApiKey("key").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri());
 *     ...
 * }
 * }</pre>
 *
 * <p>A console for people is at {@code /}: what each customer may do and why, live. It is for this machine, as the control
 * below is.
 *
 * <p>GraphQL is at {@code /graphql}, the edge's documents are below {@code /v1}, and {@code /health} tells that all is
 * well. A root of Stigg's schema that is not served yet answers with an error that says so. While the backend is down,
 * connections are cut without an answer.
 *
 * <p>A WebSocket at {@code /graphql} with the sub-protocol {@code graphql-transport-ws} tells what changes, of every
 * customer: by the subscriptions {@code entitlementsUpdatedV2}, {@code usageUpdatedV2} and {@code packagePublished}, and by
 * the older {@code entitlementsUpdated}, {@code usageUpdated} and {@code creditBalanceUpdated}. It takes the API key from
 * the headers in the payload of {@code connection_init}, and refuses another with close code 4401 and the reason
 * {@code Invalid API key}. Web pages other than its own are refused.
 *
 * <p>{@link #streams()} and {@link #faults()} make it fail on purpose. They are to be had over HTTP as well, for those
 * outside this process: below {@code /control}, with the time, billing and checkouts, usage and snapshots of the backend,
 * and with what was received and what was told of changes. That is for programs on this machine,
 * unless {@link EmulatorOptions#allowRemoteControl()} opens it to others.
 *
 * <p>Thread-safe. Any number run side by side.
 */
public final class StiggEmulator implements AutoCloseable {
    private final ApiTransport transport;
    private final RequestLog requests = new RequestLog();
    private final Live live;
    private final QueryResource looking;
    private final HttpFaults faults = new HttpFaults();
    private final Sockets sockets;
    private final StreamControl streams;
    private final HttpServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    StiggEmulator(EmulatorOptions options) {
        StiggBackend backend = options.backend();
        live = new Live(backend.updates());
        ExchangeLog exchanges = new ExchangeLog(live);
        ExpectedKey key = new ExpectedKey(options.apiKey());
        Throttle throttle = new Throttle(options.rateLimits(), backend::now);
        StreamFaults streamFaults = new StreamFaults();
        Recorder recorder = new Recorder(options.journal(), backend::now);
        transport = backend.connect();
        Roots roots = Roots.of(backend, transport);
        GraphqlExecution execution = new GraphqlExecution(SchemaWiring::engine, roots, recorder);
        sockets = new Sockets(
                new StreamService(backend.updates(), key, throttle, streamFaults, roots, recorder, live),
                streamFaults,
                options.timeToInitialise());
        streams = new StreamControl(sockets, streamFaults);
        Endpoint graphql = new GraphqlEndpoint(execution, throttle);
        Endpoint edge = new ThrottledEdge(throttle, new EdgeEndpoint(execution));
        Map<String, ControlResource> controlled =
                new HashMap<>(controls(backend, options.beginning().orElseGet(backend::snapshot)));
        controlled.put("faults", new FaultsResource(faults));
        controlled.put("requests", new RequestsResource(requests));
        controlled.put("streams", new StreamsResource(streams, streamFaults, sockets));
        controlled.put("customers", new CustomersResource(backend));
        controlled.put("explanations", new ExplanationsResource(backend));
        controlled.put("exchanges", new ExchangesResource(exchanges));
        looking = new QueryResource(backend);
        controlled.put("query", looking);
        LocalAccess access = new LocalAccess(options.allowsRemoteControl());
        Endpoint router = new Router(
                new KeyCheck(key, new FailingEndpoint(faults, FailingEndpoint.GRAPHQL, graphql)),
                new KeyCheck(key, new FailingEndpoint(faults, FailingEndpoint.EDGE, edge)),
                new KeyCheck(key, new ControlEndpoint(controlled, access, recorder)),
                new ConsoleEndpoint(access));
        HttpHandler plain = HttpServer.compressing(new ExchangeHandler(router, requests, exchanges));
        HttpHandler watched = new LiveHandler(access, key, live, plain);
        server = HttpServer.start(options.host(), options.port(), new SocketHandshakes(sockets, watched));
        // Whoever asks first is not to wait.
        SchemaWiring.engine();
    }

    /** What can be controlled of a backend. */
    static Map<String, ControlResource> controls(StiggBackend backend, BackendSnapshot beginning) {
        return Map.of(
                "billing", new BillingResource(backend),
                "checkouts", new CheckoutsResource(backend),
                "clock", new ClockResource(backend),
                "pushes", new PushesResource(backend),
                "snapshots", new SnapshotsResource(backend, beginning),
                "usage", new UsageResource(backend));
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
        return server.uri();
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
     * Counts the HTTP requests that were received since the start, or since they were last cleared, but for those to
     * {@code /control}. Sockets are counted by {@link #streams()}.
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
     * Returns what makes the emulator fail those who are connected to its WebSocket, and counts them.
     *
     * @return the control, always the same one
     */
    public StreamControl streams() {
        return streams;
    }

    /**
     * Returns what makes the emulator fail those who ask it over HTTP.
     *
     * @return the control, always the same one
     */
    public HttpFaults faults() {
        return faults;
    }

    /**
     * Ends every thread and connection of the emulator; requests under way get no answer, sockets a close frame with code
     * 1001. Closing again does nothing. Never throws.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Before the transport, because what it leaves unanswered cuts sockets that are to be closed.
            sockets.close();
            transport.close();
            looking.close();
            live.close();
            server.close();
        }
    }

    @Override
    public String toString() {
        return "StiggEmulator[" + uri() + "]";
    }
}
