package io.stigg.sdk.http;

import io.stigg.sdk.http.graphql.Operation;
import java.net.http.HttpRequest;

/** How an operation is put on the wire. */
interface Requests {
    HttpRequest request(Operation<?> operation);
}
