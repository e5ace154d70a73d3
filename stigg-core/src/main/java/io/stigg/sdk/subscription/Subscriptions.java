package io.stigg.sdk.subscription;

/** Managing subscriptions. Thread-safe. */
public interface Subscriptions {
    /**
     * Subscribes a customer to a plan and remembers the entitlements that follow from it, so that the next check sees
     * them.
     *
     * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
     * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; the subscription may exist then.
     *
     * <p>Threads: blocks for as long as the transport's time budget allows.
     *
     * @param request the customer and the plan
     * @return the outcome; look at its status before you give access
     * @throws IllegalStateException if the client is closed
     */
    ProvisionedSubscription provision(ProvisionSubscription request);
}
