package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.StiggRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which requests are served, and how. */
final class Operations {
    private final Map<Class<?>, BiFunction<StiggRequest<?>, Moment, Object>> handlers = new HashMap<>();
    private final Set<Class<?>> writes = new HashSet<>();

    /** Serves a request that changes nothing. */
    <R, Q extends StiggRequest<R>> Operations read(Class<Q> type, BiFunction<Q, Moment, R> handler) {
        handlers.put(type, (request, moment) -> handler.apply(type.cast(request), moment));
        return this;
    }

    /** Serves a request that changes something, or is refused and changes nothing. */
    <R, Q extends StiggRequest<R>> Operations write(Class<Q> type, BiFunction<Q, Moment, R> handler) {
        writes.add(type);
        return read(type, handler);
    }

    boolean isWrite(StiggRequest<?> request) {
        return writes.contains(request.getClass());
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
