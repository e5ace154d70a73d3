package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;

/**
 * Works out the next invoice of a subscription. Changes nothing. Immutable.
 *
 * @param subscriptionId its id
 */
public record PreviewNextInvoice(String subscriptionId) implements SubscriptionRequest<InvoicePreview> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PreviewNextInvoice {
        Arguments.text(subscriptionId, "subscriptionId");
    }
}
