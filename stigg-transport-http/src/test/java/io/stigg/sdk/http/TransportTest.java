package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The transport against a server on real sockets. */
abstract class TransportTest {
    static final String KEY = "server-5ecret-0f-acme";
    static final GetEntitlementsState LATEST =
            new GetEntitlementsState(CustomerScope.of("acme"), GetEntitlementsState.Freshness.LATEST);
    static final GetEntitlementsState NEAREST =
            new GetEntitlementsState(CustomerScope.of("acme"), GetEntitlementsState.Freshness.NEAREST);
    static final String EMPTY_STATE =
            "{\"data\":{\"entitlementsState\":{\"accessDeniedReason\":null,\"entitlementsV2\":[]}}}";

    final ScriptedServer server = ScriptedServer.start();
    final SdkClock clock = SdkClock.system();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void answersSomething() {
        server.replies(ScriptedServer.ok(EMPTY_STATE));
    }

    @AfterEach
    void closeEverything() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
        clock.close();
        server.close();
    }

    /** A transport for the server, without an edge. */
    HttpTransport options() {
        return HttpTransport.withApiKey(KEY)
                .baseUri(server.uri())
                .withoutEdge()
                .timeout(Duration.ofSeconds(8))
                .entitlementsTimeout(Duration.ofSeconds(8));
    }

    ApiTransport open(HttpTransport options) {
        ApiTransport transport = options.create(clock).transport();
        opened.add(transport);
        return transport;
    }

    <R> R send(HttpTransport options, StiggRequest<R> request) {
        return answer(open(options), request);
    }

    static <R> R answer(ApiTransport transport, StiggRequest<R> request) {
        return transport
                .send(request)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    StiggException failure(HttpTransport options, StiggRequest<?> request) {
        return failure(open(options), request);
    }

    static StiggException failure(ApiTransport transport, StiggRequest<?> request) {
        Throwable thrown = catchThrowable(() -> answer(transport, request));
        if (thrown instanceof CompletionException && thrown.getCause() instanceof StiggException failure) {
            return failure;
        }
        throw new AssertionError("expected a failure of Stigg's, got " + thrown, thrown);
    }
}
