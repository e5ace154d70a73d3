package io.stigg.sdk.emulator;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Methods;
import java.util.Optional;

/** Lets those look on who may, at {@code /control/live}, and leaves all else to the plain server. */
final class LiveHandler implements HttpHandler {
    static final String PATH = ControlEndpoint.PATH + "live";

    private static final int MILLIS_BETWEEN_SIGNS_OF_LIFE = 15_000;

    private final LocalAccess access;
    private final ExpectedKey key;
    private final HttpHandler events;
    private final HttpHandler plain;

    LiveHandler(LocalAccess access, ExpectedKey key, Live live, HttpHandler plain) {
        this.access = access;
        this.key = key;
        this.plain = plain;
        events = new ServerSentEventHandler((connection, lastEventId) -> {
            connection.setKeepAliveTime(MILLIS_BETWEEN_SIGNS_OF_LIFE);
            live.add(connection);
        });
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.getRequestURI().equals(PATH)
                || !exchange.getRequestMethod().equals(Methods.GET)) {
            plain.handleRequest(exchange);
            return;
        }
        Optional<Reply> refusal = refusal(ExchangeHandler.call(exchange, new byte[0]));
        if (refusal.isPresent()) {
            ExchangeHandler.send(exchange, refusal.get());
        } else {
            events.handleRequest(exchange);
        }
    }

    private Optional<Reply> refusal(Call call) {
        return access.refusal(call)
                .or(() -> key.accepts(call.key()) ? Optional.empty() : Optional.of(KeyCheck.refusal()));
    }
}
