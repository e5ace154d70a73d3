package io.stigg.sdk.customer;

/** Managing customers. Thread-safe. */
public interface Customers {
    /**
     * Makes a customer, or updates the one of that id, and remembers the entitlements that follow from it, so that the
     * next check sees them.
     *
     * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
     * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; the customer may exist then.
     *
     * <p>Threads: blocks for as long as the transport's time budget allows.
     *
     * @param request the customer and what to subscribe it to
     * @return the outcome
     * @throws IllegalStateException if the client is closed
     */
    ProvisionedCustomer provision(ProvisionCustomer request);
}
