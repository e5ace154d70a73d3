package io.stigg.sdk.http;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The HTTP client and its threads: the application's, or ours. Thread-safe. */
final class Connections implements AutoCloseable {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Executor executor;
    private final Optional<ExecutorService> ownThreads;
    private final boolean isOwnClient;
    private final int maxResponseBytes;
    // Let go of when closed: before Java 21, a client ends when nobody refers to it any more.
    private volatile @Nullable HttpClient client;

    Connections(Borrowed borrowed, int maxResponseBytes) {
        Optional<Executor> lent = borrowed.executor().or(() -> borrowed.client().flatMap(HttpClient::executor));
        this.ownThreads = lent.isPresent() ? Optional.empty() : Optional.of(HttpThreads.start());
        this.executor = lent.orElseGet(ownThreads::orElseThrow);
        this.isOwnClient = borrowed.client().isEmpty();
        this.client = borrowed.client().orElseGet(() -> newClient(borrowed));
        this.maxResponseBytes = maxResponseBytes;
    }

    /**
     * HTTP/1.1 over TLS too: with HTTP/2, the JDK's client fails what is beyond the number of streams that the server
     * allows, where a second connection would do.
     */
    private HttpClient newClient(Borrowed borrowed) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor);
        borrowed.proxy().ifPresent(builder::proxy);
        borrowed.sslContext().ifPresent(builder::sslContext);
        return builder.build();
    }

    Executor executor() {
        return executor;
    }

    CompletableFuture<HttpResponse<Optional<byte[]>>> send(HttpRequest request) {
        HttpClient open = client;
        if (open == null) {
            return CompletableFuture.failedFuture(new IOException("the transport is closed"));
        }
        try {
            return open.sendAsync(request, response -> BoundedBody.of(response, maxResponseBytes));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** The handshake is bounded, since nothing can end it before. */
    CompletableFuture<WebSocket> openWebSocket(URI uri, String subprotocol, WebSocket.Listener events) {
        HttpClient open = client;
        if (open == null) {
            return CompletableFuture.failedFuture(new IOException("the transport is closed"));
        }
        try {
            return open.newWebSocketBuilder()
                    .subprotocols(subprotocol)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .buildAsync(uri, events);
        } catch (RuntimeException | Error refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        if (isOwnClient && open != null) {
            shutDown(open);
        }
        ownThreads.ifPresent(ExecutorService::shutdownNow);
    }

    /** {@code HttpClient.shutdownNow()}, which Java has since 21. */
    private static void shutDown(HttpClient client) {
        try {
            MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class))
                    .invoke(client);
        } catch (Throwable olderJava) {
            // It ends by itself, soon after nobody refers to it.
        }
    }
}
