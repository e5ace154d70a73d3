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
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The HTTP client and its threads: the application's, or ours. Thread-safe. */
final class Connections implements AutoCloseable {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Executor executor;
    // To look a name up blocks, and so does what begins an exchange: a lent client has threads for it.
    private final Executor starter;
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
        this.starter = isOwnClient ? executor : Runnable::run;
        this.client = borrowed.client().orElseGet(() -> newClient(borrowed));
        this.maxResponseBytes = maxResponseBytes;
    }

    /**
     * HTTP/1.1 over TLS too: with HTTP/2, the JDK's client fails what is beyond the number of streams that the server
     * allows, where a second connection would do.
     *
     * <p>It has no threads but the one that watches its connections, which takes in what arrives, a matter of microseconds: to
     * hand that to another thread, as the client does by default, several times for each exchange, takes longer than to do it.
     */
    private static HttpClient newClient(Borrowed borrowed) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Runnable::run);
        borrowed.proxy().ifPresent(builder::proxy);
        borrowed.sslContext().ifPresent(builder::sslContext);
        return builder.build();
    }

    Executor executor() {
        return executor;
    }

    /** Sends a request. What comes of it is told on the executor's threads; whoever cancels it ends the exchange. */
    CompletableFuture<Received> send(HttpRequest request) {
        CompletableFuture<Received> received = new CompletableFuture<>();
        try {
            starter.execute(() -> start(request, received));
        } catch (RejectedExecutionException refused) {
            received.completeExceptionally(refused);
        }
        return received;
    }

    private void start(HttpRequest request, CompletableFuture<Received> received) {
        if (received.isDone()) {
            // Whoever wanted it has given up before there was a thread for it.
            return;
        }
        HttpClient open = client;
        if (open == null) {
            received.completeExceptionally(closed());
            return;
        }
        // Taken where the body ends, because the JDK completes its own future by way of the common pool.
        HttpResponse.BodyHandler<Void> body = response ->
                new BoundedBody(response, maxResponseBytes, answer -> onExecutor(() -> received.complete(answer)));
        try {
            CompletableFuture<HttpResponse<Void>> exchange = open.sendAsync(request, body);
            exchange.whenComplete((done, failure) -> {
                if (failure != null) {
                    onExecutor(() -> received.completeExceptionally(failure));
                }
            });
            received.whenComplete((answer, failure) -> {
                if (received.isCancelled()) {
                    exchange.cancel(true);
                }
            });
        } catch (RuntimeException | Error refused) {
            received.completeExceptionally(refused);
        }
    }

    private void onExecutor(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    /** The handshake is bounded, since nothing can end it before. */
    CompletableFuture<WebSocket> openWebSocket(URI uri, String subprotocol, WebSocket.Listener events) {
        try {
            return CompletableFuture.supplyAsync(() -> opening(uri, subprotocol, events), starter)
                    .thenCompose(opening -> opening);
        } catch (RejectedExecutionException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private CompletableFuture<WebSocket> opening(URI uri, String subprotocol, WebSocket.Listener events) {
        HttpClient open = client;
        return open == null
                ? CompletableFuture.failedFuture(closed())
                : open.newWebSocketBuilder()
                        .subprotocols(subprotocol)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .buildAsync(uri, events);
    }

    private static IOException closed() {
        return new IOException("the transport is closed");
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
