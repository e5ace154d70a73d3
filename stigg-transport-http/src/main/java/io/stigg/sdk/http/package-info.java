/**
 * Stigg over HTTP. Start at {@link io.stigg.sdk.http.HttpTransport}. For applications.
 */
@NullMarked
package io.stigg.sdk.http;

import org.jspecify.annotations.NullMarked;
