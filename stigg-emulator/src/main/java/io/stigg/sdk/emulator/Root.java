package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.port.ApiTransport;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A root of the schema that is one request of the SDK's, and whose answer is the SDK's model. Immutable.
 *
 * @param kind whether it is a query or a mutation
 * @param name its name
 * @param request makes the request of the arguments
 * @param nothing the refusal that is told by an answer without anything in it, and not by an error
 */
record Root(
        Kind kind, String name, Function<Map<String, Object>, StiggRequest<?>> request, Optional<ErrorCode> nothing) {
    Root(Kind kind, String name, Function<Map<String, Object>, StiggRequest<?>> request) {
        this(kind, name, request, Optional.empty());
    }

    /** The types that have roots. */
    enum Kind {
        QUERY,
        MUTATION
    }

    static Root query(String name, Class<? extends StiggRequest<?>> type) {
        return new Root(Kind.QUERY, name, arguments -> RequestReader.read(type, onlyArgument(arguments)));
    }

    /** A query whose clients may leave out what the request has always. */
    static Root query(
            String name, Class<? extends StiggRequest<?>> type, UnaryOperator<Map<String, Object>> completing) {
        return new Root(
                Kind.QUERY, name, arguments -> RequestReader.read(type, completing.apply(onlyArgument(arguments))));
    }

    /** A query whose arguments are the members of the request. */
    static Root list(String name, Class<? extends StiggRequest<?>> type) {
        return new Root(Kind.QUERY, name, arguments -> RequestReader.read(type, arguments));
    }

    static Root mutation(String name, Class<? extends StiggRequest<?>> type) {
        return new Root(Kind.MUTATION, name, arguments -> RequestReader.read(type, onlyArgument(arguments)));
    }

    /** A mutation whose clients may leave out what the request has always. */
    static Root mutation(
            String name, Class<? extends StiggRequest<?>> type, UnaryOperator<Map<String, Object>> completing) {
        return new Root(
                Kind.MUTATION, name, arguments -> RequestReader.read(type, completing.apply(onlyArgument(arguments))));
    }

    @SuppressWarnings("unchecked") // the schema says that the argument is an object
    private static Map<String, Object> onlyArgument(Map<String, Object> arguments) {
        return (Map<String, Object>) arguments.values().iterator().next();
    }

    DataFetcher<?> fetcher(ApiTransport transport) {
        return environment -> transport
                .send(request.apply(environment.getArguments()))
                .handle((answer, failure) -> failure == null ? answer : nothingOr(failure));
    }

    Root orNothing(ErrorCode refusal) {
        return new Root(kind, name, request, Optional.of(refusal));
    }

    private @Nullable Object nothingOr(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof StiggApiException refusal && nothing.equals(Optional.of(refusal.code()))) {
            return null;
        }
        throw new CompletionException(cause);
    }
}
