package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * Cancels the changes of a subscription that are yet to be made. Stigg answers with the subscription's id. Immutable.
 *
 * @param subscriptionId its id
 * @param status which of them: those that are {@link ScheduleStatus#SCHEDULED scheduled}, or those that wait for a
 *     {@link ScheduleStatus#PENDING_PAYMENT payment}; empty for Stigg's choice
 */
public record CancelSubscriptionUpdates(String subscriptionId, Optional<ScheduleStatus> status)
        implements SubscriptionRequest<String> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CancelSubscriptionUpdates {
        Arguments.text(subscriptionId, "subscriptionId");
        requireNonNull(status, "status");
        status.filter(given -> given != ScheduleStatus.SCHEDULED && given != ScheduleStatus.PENDING_PAYMENT)
                .ifPresent(given -> {
                    throw new IllegalArgumentException("status must be SCHEDULED or PENDING_PAYMENT, not " + given);
                });
    }

    /**
     * Cancels those that are scheduled.
     *
     * @param subscriptionId the subscription's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static CancelSubscriptionUpdates scheduled(String subscriptionId) {
        return new CancelSubscriptionUpdates(subscriptionId, Optional.of(ScheduleStatus.SCHEDULED));
    }

    /**
     * Cancels those that wait for a payment.
     *
     * @param subscriptionId the subscription's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static CancelSubscriptionUpdates pendingPayment(String subscriptionId) {
        return new CancelSubscriptionUpdates(subscriptionId, Optional.of(ScheduleStatus.PENDING_PAYMENT));
    }
}
