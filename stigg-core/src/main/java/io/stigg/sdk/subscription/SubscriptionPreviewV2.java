package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a subscription would cost. Immutable.
 *
 * @param immediateInvoice what would be due at once
 * @param recurringInvoice what would be due in each period from the next on
 * @param billingPeriodRange the first billing period
 * @param isPlanDowngrade whether it is a downgrade
 * @param hasScheduledUpdates whether something would change later only
 */
public record SubscriptionPreviewV2(
        ImmediateInvoice immediateInvoice,
        Optional<InvoiceAmounts> recurringInvoice,
        PreviewPeriod billingPeriodRange,
        boolean isPlanDowngrade,
        boolean hasScheduledUpdates) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionPreviewV2 {
        requireNonNull(immediateInvoice, "immediateInvoice");
        requireNonNull(recurringInvoice, "recurringInvoice");
        requireNonNull(billingPeriodRange, "billingPeriodRange");
    }
}
