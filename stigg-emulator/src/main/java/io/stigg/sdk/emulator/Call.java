package io.stigg.sdk.emulator;

import java.net.InetAddress;
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
    private final InetAddress caller;

    /**
     * @param path the path as it was sent, still encoded
     * @param query the query as it was sent, still encoded, without the question mark
     * @param caller the address of whoever sent it
     */
    Call(
            String method,
            String path,
            String query,
            Function<String, Optional<String>> headers,
            byte[] body,
            InetAddress caller) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.caller = caller;
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

    boolean isFromThisMachine() {
        return caller.isLoopbackAddress();
    }

    /** The name of the GraphQL operation, empty if it is none or names none. */
    Optional<String> operation() {
        return header("x-graphql-operation-name").or(this::operationInBody);
    }

    private Optional<String> operationInBody() {
        if (!method.equals("POST")) {
            return Optional.empty();
        }
        try {
            return GraphqlRequest.parse(body).name();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** The API key that was sent. */
    Optional<String> key() {
        return header("X-API-KEY");
    }

    Function<String, Optional<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
