package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of operations share: an in-memory Stigg, that of {@link StiggBackend#acme()} unless they need another,
 * and a transport that leads to it. Not thread-safe; JUnit makes one for each test.
 */
public abstract class OperationsContract {
    private static final long PATIENCE_SECONDS = 20;

    private final StiggBackend backend;

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private ApiTransport transport;

    /** For subclasses. */
    protected OperationsContract() {
        this(StiggBackend.acme());
    }

    /** For suites that need another Stigg. */
    OperationsContract(StiggBackend backend) {
        this.backend = backend;
    }

    /**
     * Makes the transport under test. The suite closes it.
     *
     * @param stigg the Stigg that it has to lead to; its clock does not move by itself
     * @return the transport
     */
    protected abstract ApiTransport transportTo(StiggBackend stigg);

    @BeforeEach
    final void open() {
        transport = transportTo(backend);
    }

    @AfterEach
    final void close() {
        transport.close();
    }

    final StiggBackend backend() {
        return backend;
    }

    final <R> R ask(StiggRequest<R> request) {
        return transport
                .send(request)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Sends what Stigg has to refuse, and returns with which code it does. */
    final ErrorCode refusal(StiggRequest<?> request) {
        try {
            throw new AssertionError("there was an answer: " + ask(request));
        } catch (CompletionException e) {
            if (e.getCause() instanceof StiggApiException refusal) {
                return refusal.code();
            }
            throw new AssertionError("it was not refused, it failed", e);
        }
    }

    /** Makes a customer of that id, subscribed to a plan. */
    final void givenCustomer(String customerId, PlanSelection selection) {
        ask(ProvisionCustomer.of(customerId).subscribedTo(selection));
    }
}
