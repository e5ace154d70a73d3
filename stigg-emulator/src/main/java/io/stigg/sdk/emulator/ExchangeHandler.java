package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggTransportException;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Turns Undertow's exchanges into calls, and replies into responses. */
final class ExchangeHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger("io.stigg.sdk.emulator");
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private final Endpoint endpoint;
    private final RequestLog log;
    private final ExchangeLog exchanges;

    ExchangeHandler(Endpoint endpoint, RequestLog log, ExchangeLog exchanges) {
        this.endpoint = endpoint;
        this.log = log;
        this.exchanges = exchanges;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(LARGEST_BODY);
        receiver.receiveFullBytes(
                (complete, body) -> complete.dispatch(() -> answer(complete, body)), ExchangeHandler::unreadable);
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        try {
            Call call = call(exchange, body);
            if (!call.path().startsWith(ControlEndpoint.PATH) && !ConsoleEndpoint.serves(call.path())) {
                log.add(new ReceivedRequest(call));
            }
            long start = System.nanoTime();
            endpoint.answer(call).whenComplete((reply, failure) -> {
                finish(exchange, reply, failure);
                exchanges.add(call, (System.nanoTime() - start) / 1_000, reply);
            });
        } catch (RuntimeException e) {
            finish(exchange, null, e);
        }
    }

    private static void finish(HttpServerExchange exchange, @Nullable Reply reply, @Nullable Throwable failure) {
        if (reply != null) {
            send(exchange, reply);
        } else if (isSilence(failure)) {
            IoUtils.safeClose(exchange.getConnection());
        } else {
            LOG.log(System.Logger.Level.ERROR, "The emulator failed", failure);
            send(exchange, Reply.error(500, ErrorCode.UNEXPECTED_ERROR.wireName(), "The emulator failed: " + failure));
        }
    }

    private static boolean isSilence(@Nullable Throwable failure) {
        return failure instanceof StiggTransportException
                || (failure instanceof CompletionException && isSilence(failure.getCause()));
    }

    private static void unreadable(HttpServerExchange exchange, IOException failure) {
        if (failure instanceof Receiver.RequestToLargeException) {
            send(exchange, Reply.error(413, ErrorCode.BAD_USER_INPUT.wireName(), "The body exceeds 8 MB"));
        } else {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    static void send(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        reply.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
        exchange.getResponseSender().send(ByteBuffer.wrap(reply.json().getBytes(UTF_8)));
    }

    static Call call(HttpServerExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach(values ->
                        headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), values.getFirst()));
        return new Call(
                exchange.getRequestMethod().toString(),
                path(exchange),
                exchange.getQueryString(),
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                body,
                exchange.getSourceAddress().getAddress());
    }

    /** The path as it was sent; a proxy's form of a request has the host in it. */
    private static String path(HttpServerExchange exchange) {
        String sent = exchange.getRequestURI();
        return exchange.isHostIncludedInRequestURI() ? URI.create(sent).getRawPath() : sent;
    }
}
