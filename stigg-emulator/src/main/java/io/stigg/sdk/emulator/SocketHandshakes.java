package io.stigg.sdk.emulator;

import io.stigg.sdk.error.ErrorCode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a WebSocket of what wants to become one at {@code /graphql}, and leaves all else to the plain server. */
final class SocketHandshakes implements HttpHandler {
    private static final Reply FOREIGN =
            Reply.error(403, ErrorCode.ACCESS_DENIED_ERROR.wireName(), "Web pages have no access");

    private final HttpHandler plain;
    private final HttpHandler handshake;

    SocketHandshakes(Sockets sockets, HttpHandler plain) {
        this.plain = plain;
        handshake = new WebSocketProtocolHandshakeHandler(
                List.of(new Hybi13Handshake(Set.of(Sockets.PROTOCOL), false)), sockets, plain);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!isUpgrade(exchange)) {
            plain.handleRequest(exchange);
        } else if (Origins.isForeign(header(exchange, Headers.ORIGIN), header(exchange, Headers.HOST))) {
            ExchangeHandler.send(exchange, FOREIGN);
        } else {
            handshake.handleRequest(exchange);
        }
    }

    private static boolean isUpgrade(HttpServerExchange exchange) {
        return exchange.getRequestURI().equals("/graphql")
                && exchange.getRequestMethod().equals(Methods.GET)
                && header(exchange, Headers.UPGRADE)
                        .filter("websocket"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<String> header(HttpServerExchange exchange, HttpString name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
