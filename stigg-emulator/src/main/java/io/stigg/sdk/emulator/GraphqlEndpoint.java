package io.stigg.sdk.emulator;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.stigg.sdk.error.ErrorCode;
import java.util.concurrent.CompletionStage;

/** GraphQL over HTTP. */
final class GraphqlEndpoint implements Endpoint {
    private final GraphqlExecution execution;
    private final Throttle throttle;

    GraphqlEndpoint(GraphqlExecution execution, Throttle throttle) {
        this.execution = execution;
        this.throttle = throttle;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        try {
            return execution.execute(GraphqlRequest.parse(call.body()), throttle.quota(call.key()));
        } catch (IllegalArgumentException e) {
            return completedFuture(
                    Reply.error(400, ErrorCode.BAD_USER_INPUT.wireName(), String.valueOf(e.getMessage())));
        }
    }
}
