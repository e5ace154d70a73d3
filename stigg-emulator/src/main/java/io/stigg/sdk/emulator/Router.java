package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.stigg.sdk.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Finds who answers: every path of the emulator is in this list. */
final class Router implements Endpoint {
    private final Endpoint graphql;
    private final Endpoint edge;

    Router(Endpoint graphql, Endpoint edge) {
        this.graphql = graphql;
        this.edge = edge;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return switch (call.path()) {
            case "/graphql" -> only("POST", call, graphql);
            case "/health" -> only("GET", call, health -> completedFuture(Reply.of(200, Map.of("status", "ok"))));
            default -> EdgePath.of(call).isPresent() ? only("GET", call, edge) : nothingAt(call);
        };
    }

    private static CompletionStage<Reply> only(String method, Call call, Endpoint endpoint) {
        if (call.method().equals(method)) {
            return endpoint.answer(call);
        }
        String message = call.method() + " is not allowed here, only " + method;
        return completedFuture(
                Reply.error(405, ErrorCode.BAD_USER_INPUT.wireName(), message).withHeader("Allow", method));
    }

    private static CompletionStage<Reply> nothingAt(Call call) {
        return completedFuture(Reply.error(404, ErrorCode.BAD_USER_INPUT.wireName(), "Nothing at " + call.path()));
    }
}
