package io.stigg.sdk.http;

import io.stigg.sdk.http.graphql.Operation;
import java.net.URI;
import java.net.http.HttpRequest;

/** An operation as a file of the edge's. */
final class EdgeRequests implements Requests {
    private final URI base;
    private final Headers headers;

    EdgeRequests(URI base, Headers headers) {
        this.base = base;
        this.headers = headers;
    }

    @Override
    public HttpRequest request(Operation<?> operation) {
        String path = operation
                .edgePath()
                .orElseThrow(() -> new IllegalArgumentException("the edge does not serve " + operation));
        return headers.forEdge(URI.create(base + path)).GET().build();
    }
}
