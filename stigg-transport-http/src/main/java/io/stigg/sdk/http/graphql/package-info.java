/**
 * What is said to Stigg and what its answers mean: one {@link io.stigg.sdk.http.graphql.Operation} for each request, and
 * the readers of JSON. Nothing here knows of sockets. Internal.
 */
@NullMarked
package io.stigg.sdk.http.graphql;

import org.jspecify.annotations.NullMarked;
