package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import java.util.Optional;

/**
 * What a subscription, or a change of one, would cost, as the older estimates tell it. Immutable.
 *
 * @param subTotal what is due at once, before discounts and taxes
 * @param discountAmount what is taken off
 * @param discount the discount that takes it off
 * @param totalExcludingTax what is due at once, after discounts and before taxes
 * @param tax the taxes
 * @param taxDetails the tax that they are of
 * @param total what is due at once, after discounts and taxes
 * @param billingPeriodRange the first billing period
 * @param subscription what is due in each period from the next on
 * @param proration what is charged and given back for the current period
 * @param credits the customer's credit that is used up
 * @param isPlanDowngrade whether it is a downgrade
 * @param hasScheduledUpdates whether something would change later only
 */
public record SubscriptionPreview(
        Money subTotal,
        Optional<Money> discountAmount,
        Optional<PreviewDiscount> discount,
        Money totalExcludingTax,
        Optional<Money> tax,
        Optional<PreviewTax> taxDetails,
        Money total,
        PreviewPeriod billingPeriodRange,
        Optional<RecurringPreview> subscription,
        Optional<PreviewProration> proration,
        Optional<PreviewCredits> credits,
        boolean isPlanDowngrade,
        boolean hasScheduledUpdates) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionPreview {
        requireNonNull(subTotal, "subTotal");
        requireNonNull(discountAmount, "discountAmount");
        requireNonNull(discount, "discount");
        requireNonNull(totalExcludingTax, "totalExcludingTax");
        requireNonNull(tax, "tax");
        requireNonNull(taxDetails, "taxDetails");
        requireNonNull(total, "total");
        requireNonNull(billingPeriodRange, "billingPeriodRange");
        requireNonNull(subscription, "subscription");
        requireNonNull(proration, "proration");
        requireNonNull(credits, "credits");
    }
}
