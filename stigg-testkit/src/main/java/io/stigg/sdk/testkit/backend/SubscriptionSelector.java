package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.IdFilter;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionFilter;
import io.stigg.sdk.subscription.TimeFilter;
import java.time.Instant;
import java.util.Optional;

/** Tells which subscriptions are asked for. Immutable. */
final class SubscriptionSelector {
    private final SubscriptionFilter filter;

    /**
     * @throws io.stigg.sdk.error.StiggApiException if the filter goes by something that is not kept
     */
    SubscriptionSelector(SubscriptionFilter filter, Refusals refusals) {
        this.filter = filter;
        refuse(filter.salesforceId(), "filter.salesforceId", refusals);
    }

    private static void refuse(Optional<?> member, String name, Refusals refusals) {
        if (member.isPresent()) {
            throw refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: " + name);
        }
    }

    boolean accepts(SubscriptionRecord subscription, Subscription told) {
        return acceptsIds(subscription, told)
                && filter.status()
                        .filter(statuses -> !statuses.accepts(told.status()))
                        .isEmpty()
                && isOrAny(filter.pricingType(), told.pricingType())
                && isOrAny(filter.paymentCollection(), told.paymentCollection())
                && accepts(filter.createdAt(), Optional.of(subscription.createdAt()))
                && accepts(filter.startDate(), Optional.of(told.startDate()))
                && accepts(filter.endDate(), told.endDate())
                && accepts(filter.cancellationDate(), told.cancellationDate());
    }

    private boolean acceptsIds(SubscriptionRecord subscription, Subscription told) {
        return acceptsId(filter.customerId(), Optional.of(told.customerId()))
                && acceptsId(filter.resourceId(), told.resourceId())
                && acceptsId(
                        filter.productId(),
                        Optional.of(subscription.selection().product().id()))
                && acceptsId(filter.subscriptionId(), Optional.of(told.id()))
                && isOrAny(filter.planId(), told.planId())
                && (filter.billingId().isEmpty() || filter.billingId().equals(told.billingId()));
    }

    private static boolean acceptsId(Optional<IdFilter> ids, Optional<String> id) {
        return ids.isEmpty() || id.filter(ids.get()::accepts).isPresent();
    }

    private static boolean accepts(Optional<TimeFilter> time, Optional<Instant> instant) {
        return time.isEmpty() || instant.filter(time.get()::accepts).isPresent();
    }

    private static <T> boolean isOrAny(Optional<T> asked, T value) {
        return asked.isEmpty() || asked.get().equals(value);
    }
}
