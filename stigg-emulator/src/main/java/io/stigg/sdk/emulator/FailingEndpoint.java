package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.delayedExecutor;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggTransportException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Fails as it is told to. */
final class FailingEndpoint implements Endpoint {
    static final String EDGE = "edge";
    static final String GRAPHQL = "graphql";

    private final HttpFaults faults;
    private final String part;
    private final Endpoint next;

    /** @param part {@link #EDGE} or {@link #GRAPHQL} */
    FailingEndpoint(HttpFaults faults, String part, Endpoint next) {
        this.faults = faults;
        this.part = part;
        this.next = next;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        return faults.take(part, call).map(fault -> fail(fault, call)).orElseGet(() -> next.answer(call));
    }

    private CompletionStage<Reply> fail(HttpFault fault, Call call) {
        return switch (fault.kind()) {
            case REFUSE -> silence();
            case STATUS -> completedFuture(error(fault.status()));
            case DELAY ->
                next.answer(call).thenCompose(reply -> late(reply, fault.delay().toMillis()));
            case MALFORMED -> next.answer(call).thenApply(FailingEndpoint::half);
            case LOSE_ANSWER -> next.answer(call).thenCompose(reply -> silence());
        };
    }

    private static CompletionStage<Reply> silence() {
        return CompletableFuture.failedFuture(
                StiggTransportException.unreachable("The emulator fails on purpose", null));
    }

    private Reply error(int status) {
        if (status == 429) {
            return part.equals(EDGE)
                    ? ThrottledEdge.tooMany()
                    : Reply.error(status, ErrorCode.RATE_LIMIT_EXCEEDED.wireName(), "Too many requests");
        }
        ErrorCode code = status == 401 ? ErrorCode.UNAUTHENTICATED : ErrorCode.UNEXPECTED_ERROR;
        return Reply.error(status, code.wireName(), "The emulator fails on purpose");
    }

    private static CompletionStage<Reply> late(Reply reply, long millis) {
        return CompletableFuture.supplyAsync(() -> reply, delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private static Reply half(Reply reply) {
        return new Reply(200, Map.of(), reply.json().substring(0, reply.json().length() / 2));
    }
}
