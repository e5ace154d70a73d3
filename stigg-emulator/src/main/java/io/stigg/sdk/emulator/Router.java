package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.stigg.sdk.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Finds who answers: every path of the emulator is in this list. */
final class Router implements Endpoint {
    private final Endpoint graphql;
    private final Endpoint edge;
    private final Endpoint control;
    private final Endpoint console;

    Router(Endpoint graphql, Endpoint edge, Endpoint control, Endpoint console) {
        this.graphql = graphql;
        this.edge = edge;
        this.control = control;
        this.console = console;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return switch (call.path()) {
            case "/graphql" -> only("POST", call, graphql);
            case "/health" -> only("GET", call, health -> completedFuture(Reply.of(200, Map.of("status", "ok"))));
            default -> elsewhere(call);
        };
    }

    private CompletionStage<Reply> elsewhere(Call call) {
        if (call.path().startsWith(ControlEndpoint.PATH)) {
            return control.answer(call);
        }
        if (ConsoleEndpoint.serves(call.path())) {
            return only("GET", call, console);
        }
        return EdgePath.of(call).isPresent() ? only("GET", call, edge) : completedFuture(nothing(call));
    }

    private static CompletionStage<Reply> only(String methods, Call call, Endpoint endpoint) {
        if (List.of(methods.split(", ")).contains(call.method())) {
            return endpoint.answer(call);
        }
        return completedFuture(notAllowed(call, methods));
    }

    static Reply notAllowed(Call call, String methods) {
        String message = call.method() + " is not allowed here, only " + methods;
        return Reply.error(405, ErrorCode.BAD_USER_INPUT.wireName(), message).withHeader("Allow", methods);
    }

    static Reply nothing(Call call) {
        return Reply.error(404, ErrorCode.BAD_USER_INPUT.wireName(), "Nothing at " + call.path());
    }
}
