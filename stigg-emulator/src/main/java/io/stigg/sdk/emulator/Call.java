package io.stigg.sdk.emulator;

import java.util.Optional;
import java.util.function.Function;

/**
 * One request that a client sent. Immutable. No record, because the headers hold the key.
 */
final class Call {
    private final String method;
    private final String path;
    private final String query;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    /**
     * @param path the path as it was sent, still encoded
     * @param query the query as it was sent, still encoded, without the question mark
     */
    Call(String method, String path, String query, Function<String, Optional<String>> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    Function<String, Optional<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
