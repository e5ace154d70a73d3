package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionSort;
import io.stigg.sdk.subscription.SubscriptionSort.Direction;
import io.stigg.sdk.subscription.SubscriptionSort.Nulls;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** In which order subscriptions are told. */
final class SubscriptionOrder {
    private SubscriptionOrder() {}

    /**
     * Sorts a list: by the last criterion first, because sorting by the next leaves alone what is alike in it.
     *
     * @throws io.stigg.sdk.error.StiggApiException if it goes by something that is not kept
     */
    static void sort(
            List<SubscriptionRecord> subscriptions,
            List<SubscriptionSort> sorting,
            Function<SubscriptionRecord, Subscription> views,
            Refusals refusals) {
        for (int i = sorting.size() - 1; i >= 0; i--) {
            subscriptions.sort(of(sorting.get(i), views, refusals));
        }
    }

    private static Comparator<SubscriptionRecord> of(
            SubscriptionSort sort, Function<SubscriptionRecord, Subscription> views, Refusals refusals) {
        return switch (sort.field()) {
            case SUBSCRIPTION_ID -> by(sort, subscription -> Optional.of(subscription.id()));
            case CUSTOMER_ID -> by(sort, told(views, subscription -> Optional.of(subscription.customerId())));
            case RESOURCE_ID -> by(sort, SubscriptionRecord::resourceId);
            case PRODUCT_ID ->
                by(
                        sort,
                        subscription ->
                                Optional.of(subscription.selection().product().id()));
            case STATUS ->
                by(
                        sort,
                        told(
                                views,
                                subscription ->
                                        Optional.of(subscription.status().name())));
            case PRICING_TYPE ->
                by(
                        sort,
                        told(
                                views,
                                subscription ->
                                        Optional.of(subscription.pricingType().name())));
            case PAYMENT_COLLECTION ->
                by(
                        sort,
                        told(
                                views,
                                subscription -> Optional.of(
                                        subscription.paymentCollection().name())));
            case START_DATE -> by(sort, subscription -> Optional.of(subscription.start()));
            case END_DATE -> by(sort, told(views, Subscription::endDate));
            case CANCELLATION_DATE -> by(sort, told(views, Subscription::cancellationDate));
            case BILLING_ID -> by(sort, told(views, Subscription::billingId));
            case CREATED_AT -> by(sort, subscription -> Optional.of(subscription.createdAt()));
            case SALESFORCE_ID, UNKNOWN ->
                throw refusals.because(
                        ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: sorting by " + sort.field());
        };
    }

    private static <T> Function<SubscriptionRecord, T> told(
            Function<SubscriptionRecord, Subscription> views, Function<Subscription, T> member) {
        return subscription -> member.apply(views.apply(subscription));
    }

    /** Without a say about them, those that have nothing count as the greatest. */
    private static <T extends Comparable<T>> Comparator<SubscriptionRecord> by(
            SubscriptionSort sort, Function<SubscriptionRecord, Optional<T>> key) {
        boolean descends = sort.direction() == Direction.DESC;
        boolean nullsFirst =
                sort.nulls().map(place -> place == Nulls.NULLS_FIRST).orElse(descends);
        Comparator<T> values = descends ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Optional<T>> order = Comparator.comparing((Optional<T> value) -> value.isEmpty() != nullsFirst);
        return Comparator.comparing(
                key,
                order.thenComparing((one, other) ->
                        one.isPresent() && other.isPresent() ? values.compare(one.get(), other.get()) : 0));
    }
}
