package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import java.time.Instant;

/** What is at the other end of the {@link Line}. Thread-safe. */
interface Server {
    /**
     * Serves one request.
     *
     * @param request the request
     * @param fetchedAt the asking process's time, for the entitlements that it is given
     * @param <R> what is answered
     * @return the answer
     * @throws io.stigg.sdk.error.StiggException if it is refused
     */
    <R> R answer(StiggRequest<R> request, Instant fetchedAt);
}
