package io.stigg.sdk.http.graphql;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.http.graphql.RecordOperation.Repeats;
import java.util.function.Function;

/**
 * A class of requests and the operation that serves it. Immutable.
 *
 * @param type the class
 * @param operation makes the operation
 */
record Binding(Class<?> type, Function<StiggRequest<?>, Operation<?>> operation) {
    static <R, Q extends StiggRequest<R>> Binding of(Class<Q> type, Function<Q, Operation<R>> operation) {
        return new Binding(type, request -> operation.apply(type.cast(request)));
    }

    /** Reads, or writes what comes to the same if it is written twice. */
    static <R, Q extends StiggRequest<R>> Binding repeatable(Class<Q> type, String root) {
        return repeatable(type, "input", root);
    }

    /** The same, where the API calls the request otherwise than {@code input}. */
    static <R, Q extends StiggRequest<R>> Binding repeatable(Class<Q> type, String argument, String root) {
        return of(type, request -> new RecordOperation<>(request, argument, root, Repeats.SAFE));
    }

    /** Does more if it is done twice, or answers that it was done before. */
    static <R, Q extends StiggRequest<R>> Binding once(Class<Q> type, String root) {
        return of(type, request -> new RecordOperation<>(request, "input", root, Repeats.NEVER));
    }

    /** Reads by variables that are the members of the request. */
    static <R, Q extends StiggRequest<R>> Binding list(Class<Q> type, String root) {
        return of(type, request -> new RecordOperation<>(request, "", root, Repeats.SAFE));
    }
}
