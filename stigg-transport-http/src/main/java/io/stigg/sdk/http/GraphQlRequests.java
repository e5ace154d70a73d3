package io.stigg.sdk.http;

import io.stigg.sdk.http.graphql.Operation;
import java.net.URI;
import java.net.http.HttpRequest;

/** An operation as a GraphQL document in a POST. */
final class GraphQlRequests implements Requests {
    private final URI endpoint;
    private final Headers headers;

    GraphQlRequests(URI endpoint, Headers headers) {
        this.endpoint = endpoint;
        this.headers = headers;
    }

    @Override
    public HttpRequest request(Operation<?> operation) {
        return headers.forGraphQl(endpoint, operation.name())
                .POST(HttpRequest.BodyPublishers.ofString(operation.body()))
                .build();
    }
}
