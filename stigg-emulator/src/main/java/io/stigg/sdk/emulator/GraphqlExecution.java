package io.stigg.sdk.emulator;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import io.stigg.sdk.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes GraphQL requests and makes replies of their outcome. */
final class GraphqlExecution {
    private final Supplier<GraphQL> engine;
    private final Roots roots;
    private final Recorder recorder;

    /**
     * @param engine finds the engine when it is needed, because making one takes long
     * @param recorder notes what changes something
     */
    GraphqlExecution(Supplier<GraphQL> engine, Roots roots, Recorder recorder) {
        this.engine = engine;
        this.roots = roots;
        this.recorder = recorder;
    }

    /** @param quota what the caller may still ask for */
    CompletionStage<Reply> execute(GraphqlRequest request, Quota quota) {
        Failures failures = new Failures();
        return execute(request, failures, Map.of(Quota.class, quota))
                .thenApply(result -> Reply.of(failures.status(), body(result)));
    }

    /**
     * Executes a request whose failures are of no concern to HTTP.
     *
     * @param quota what the caller may still ask for
     */
    CompletionStage<ExecutionResult> result(GraphqlRequest request, Quota quota) {
        return execute(request, new Failures(), Map.of(Quota.class, quota));
    }

    /**
     * Executes an operation, which may be a subscription.
     *
     * @param quota what the caller may still ask for
     * @param feed what a subscription is to be fed from
     * @return the result, whose data are a publisher of results if it is a subscription; a failed stage if the client
     *     must get no answer
     */
    CompletionStage<ExecutionResult> execute(GraphqlRequest request, Quota quota, Feed feed) {
        return execute(request, new Failures(), Map.of(Quota.class, quota, Feed.class, feed));
    }

    private CompletionStage<ExecutionResult> execute(
            GraphqlRequest request, Failures failures, Map<Class<?>, Object> context) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(request.document())
                .variables(request.variables())
                .graphQLContext(Map.of(Failures.class, failures, Roots.class, roots))
                .graphQLContext(context);
        request.operationName().ifPresent(input::operationName);
        CompletionStage<ExecutionResult> execution =
                recorder.request(request, () -> engine.get().executeAsync(input.build()));
        return execution.thenApply(result -> {
            failures.noAnswer().ifPresent(e -> {
                throw new CompletionException(e);
            });
            return result;
        });
    }

    static Map<String, @Nullable Object> body(ExecutionResult result) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", errors(result));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        return body;
    }

    static List<Map<String, Object>> errors(ExecutionResult result) {
        return result.getErrors().stream().map(GraphqlExecution::error).toList();
    }

    private static Map<String, Object> error(GraphQLError error) {
        Map<String, Object> spec = new LinkedHashMap<>(error.toSpecification());
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code(error).wireName());
        extensions.put("traceId", UUID.randomUUID().toString());
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        spec.put("extensions", extensions);
        return spec;
    }

    /** The code of an error that the engine itself has found, which knows no codes. */
    private static ErrorCode code(GraphQLError error) {
        boolean isOurs = error.getErrorType() == ErrorType.DataFetchingException
                || error.getErrorType() == ErrorType.NullValueInNonNullableField;
        return isOurs ? ErrorCode.UNEXPECTED_ERROR : ErrorCode.BAD_USER_INPUT;
    }
}
