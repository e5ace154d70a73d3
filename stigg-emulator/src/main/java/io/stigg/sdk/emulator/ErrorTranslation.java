package io.stigg.sdk.emulator;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggTransportException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Makes GraphQL errors of what fetchers throw. */
final class ErrorTranslation implements DataFetcherExceptionHandler {
    private static final System.Logger LOG = System.getLogger("io.stigg.sdk.emulator");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = unwrapped(parameters.getException());
        Failures.in(parameters.getDataFetchingEnvironment().getGraphQlContext()).add(failure);
        ApiError error = translated(failure);
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                                .message("%s", error.message())
                                .extensions(extensions(error))
                                .build())
                .build());
    }

    private static ApiError translated(Throwable failure) {
        if (failure instanceof StiggApiException refusal && !refusal.errors().isEmpty()) {
            return refusal.errors().get(0);
        }
        if (failure instanceof IllegalArgumentException) {
            return error(ErrorCode.BAD_USER_INPUT, failure);
        }
        if (!(failure instanceof StiggTransportException)) {
            LOG.log(System.Logger.Level.WARNING, "The emulator failed", failure);
        }
        return error(ErrorCode.UNEXPECTED_ERROR, failure);
    }

    private static ApiError error(ErrorCode code, Throwable failure) {
        return new ApiError(
                String.valueOf(failure.getMessage()), Optional.of(code.wireName()), Optional.empty(), Map.of());
    }

    private static Map<String, Object> extensions(ApiError error) {
        Map<String, Object> extensions = new LinkedHashMap<>(error.extensions());
        error.rawCode().ifPresent(code -> extensions.put("code", code));
        error.traceId().ifPresent(id -> extensions.put("traceId", id));
        return extensions;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
    }
}
