package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

/**
 * A page on which a customer is to pay before a subscription is made. Immutable.
 *
 * @param id its id in the billing system
 * @param url where it is; nothing is served there
 * @param customerId the customer who is to pay
 * @param planId the plan that is subscribed to when it has
 * @param status how it stands
 */
public record Checkout(String id, String url, String customerId, String planId, Status status) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Checkout {
        requireNonNull(id, "id");
        requireNonNull(url, "url");
        requireNonNull(customerId, "customerId");
        requireNonNull(planId, "planId");
        requireNonNull(status, "status");
    }

    /** How a checkout stands. */
    public enum Status {
        /** The customer has not paid yet. */
        OPEN,
        /** The customer has paid, and is subscribed. */
        COMPLETED,
        /** The payment did not succeed. */
        FAILED,
        /** Nobody paid in time. */
        EXPIRED
    }
}
