package io.stigg.sdk.emulator;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request that the emulator received, whatever it answered. Immutable.
 *
 * <p>It can show every header, the API key included, but never prints one.
 */
public final class ReceivedRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Function<String, Optional<String>> headers;
    private final Optional<String> operation;

    // Not the call itself: the bodies of all that is remembered would be much to hold.
    ReceivedRequest(Call call) {
        this.method = call.method();
        this.path = call.path();
        this.query = call.query();
        this.headers = call.headers();
        this.operation = call.operation();
    }

    /**
     * Returns the method.
     *
     * @return the method, such as {@code POST}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the path.
     *
     * @return the path as it was sent, still encoded
     */
    public String path() {
        return path;
    }

    /**
     * Returns the query.
     *
     * @return the query as it was sent, still encoded and without the question mark; empty if there was none
     */
    public String query() {
        return query;
    }

    /**
     * Returns the name of the GraphQL operation.
     *
     * @return the name, empty if the request is not of GraphQL or names no operation
     */
    public Optional<String> operation() {
        return operation;
    }

    /**
     * Returns a header.
     *
     * @param name the header's name in any case
     * @return the first value
     */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query)
                + operation.map(name -> " " + name).orElse("");
    }
}
