package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.StiggRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which requests are served, and how. */
final class Operations {
    private final Map<Class<?>, BiFunction<StiggRequest<?>, Moment, Object>> handlers = new HashMap<>();

    <R, Q extends StiggRequest<R>> Operations serve(Class<Q> type, BiFunction<Q, Moment, R> handler) {
        handlers.put(type, (request, moment) -> handler.apply(type.cast(request), moment));
        return this;
    }

    // A handler is only ever kept for requests that are answered as it answers.
    @SuppressWarnings("unchecked")
    <R> R answer(StiggRequest<R> request, Moment moment) {
        BiFunction<StiggRequest<?>, Moment, Object> handler = handlers.get(request.getClass());
        if (handler == null) {
            throw new UnsupportedOperationException("no handler for " + request.getClass());
        }
        return (R) handler.apply(request, moment);
    }

    Set<Class<?>> served() {
        return Set.copyOf(handlers.keySet());
    }
}
