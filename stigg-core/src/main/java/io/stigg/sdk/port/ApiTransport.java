package io.stigg.sdk.port;

import io.stigg.sdk.StiggRequest;
import java.util.concurrent.CompletionStage;

/**
 * Asks Stigg.
 *
 * <p>Threading: {@link #send} is called from any thread, returns at once and never blocks on the network. Stages complete
 * on threads of the adapter's own.
 *
 * <p>Failure: {@code send} never throws; every failure is a stage failed with a
 * {@link io.stigg.sdk.error.StiggException}. Every stage completes: time budgets and retries belong behind this port, and
 * a retry must not make an operation happen twice.
 */
public interface ApiTransport extends AutoCloseable {
    /**
     * Sends one request.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer to come
     */
    <R> CompletionStage<R> send(StiggRequest<R> request);

    /** Ends every thread and connection that the adapter made, and fails what is under way. Never throws. */
    @Override
    void close();
}
