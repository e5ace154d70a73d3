package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Speaks to the emulator's WebSocket and knows nothing of the SDK. */
final class RawSocket implements AutoCloseable, WebSocket.Listener {
    static final String CUT = "cut";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final long demand;
    private final WebSocket socket;

    private RawSocket(URI emulator, long demand, Map<String, String> headers, String... protocols) {
        this.demand = demand;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(TIMEOUT);
        headers.forEach(builder::header);
        if (protocols.length > 0) {
            builder.subprotocols(protocols[0]);
        }
        URI uri = URI.create(emulator.toString().replace("http:", "ws:") + "/graphql");
        socket = builder.buildAsync(uri, this).join();
    }

    static RawSocket connect(URI emulator) {
        return connect(emulator, Map.of());
    }

    static RawSocket connect(URI emulator, Map<String, String> headers) {
        return new RawSocket(emulator, 1, headers, "graphql-transport-ws");
    }

    static RawSocket connectBy(URI emulator, String... protocols) {
        return new RawSocket(emulator, 1, Map.of(), protocols);
    }

    /** A socket that stops to read after some messages. */
    static RawSocket connectToRead(URI emulator, long messages) {
        return new RawSocket(emulator, -messages, Map.of(), "graphql-transport-ws");
    }

    /** A socket whose init with a key was acknowledged. */
    static RawSocket open(URI emulator, String key) {
        RawSocket socket = connect(emulator).init(key);
        socket.expectAck();
        return socket;
    }

    RawSocket init(String key) {
        return send("{\"type\":\"connection_init\",\"payload\":{\"headers\":{\"X-API-KEY\":\"" + key
                + "\",\"X-SDK-OS-PROCESS-ID\":1}}}");
    }

    void expectAck() {
        String ack = next();
        if (!ack.equals("{\"type\":\"connection_ack\"}")) {
            throw new AssertionError("no ack but " + ack);
        }
    }

    RawSocket subscribe(String id, String document) {
        return send(Json.write(
                Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document, "variables", Map.of()))));
    }

    RawSocket complete(String id) {
        return send(Json.write(Map.of("type", "complete", "id", id)));
    }

    /** Waits until all that was sent so far has been heeded. */
    RawSocket sync() {
        String pong = send("{\"type\":\"ping\"}").next();
        if (!pong.equals("{\"type\":\"pong\"}")) {
            throw new AssertionError("no pong but " + pong);
        }
        return this;
    }

    RawSocket send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    void sendBinary(String text) {
        socket.sendBinary(ByteBuffer.wrap(text.getBytes(UTF_8)), true).join();
    }

    void sendClose(int code, String reason) {
        socket.sendClose(code, reason).join();
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    String next() {
        try {
            return requireNonNull(messages.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS), "nothing arrived");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the next message, which is to be about a subscription, says of its root. */
    Object nextOf(String id, String root) {
        Map<String, Object> message = Json.readObject(next().getBytes(UTF_8));
        if (!"next".equals(message.get("type")) || !id.equals(message.get("id"))) {
            throw new AssertionError("no news of " + id + " but " + message);
        }
        return requireNonNull(
                RawClient.members(RawClient.members(message.get("payload")).get("data"))
                        .get(root));
    }

    boolean hasNothingMore() {
        return messages.isEmpty() && !end.isDone();
    }

    /** How the socket ended: by a close frame, whose code and reason this is, or {@link #CUT}. */
    String end() {
        return end.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Math.abs(demand));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            messages.add(parts.toString());
            parts.setLength(0);
        }
        if (demand > 0) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end.complete(code == 1006 ? CUT : code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end.complete(CUT);
    }

    /** Reads on, where it had stopped. */
    void readAll() {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
