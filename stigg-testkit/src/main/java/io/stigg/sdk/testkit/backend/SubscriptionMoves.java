package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.DelegateSubscriptionToCustomer;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import java.util.List;
import java.util.Optional;

/** Changes of whom subscriptions belong to. Not thread-safe; guarded by the environment. */
final class SubscriptionMoves {
    private final World world;
    private final SubscriptionViews views;

    SubscriptionMoves(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    void serve(Operations operations) {
        operations
                .write(TransferSubscription.class, this::transfer)
                .write(TransferSubscriptionToResource.class, this::transfer)
                .write(DelegateSubscriptionToCustomer.class, this::delegate);
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    private Subscription transfer(TransferSubscription request, Moment moment) {
        Refusals refusals = new Refusals("TransferSubscription");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        if (!customer.hasResource(request.sourceResourceId())) {
            throw refusals.because(
                    ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + request.sourceResourceId());
        }
        List<SubscriptionRecord> live = customer.subscriptions().stream()
                .filter(SubscriptionRecord::isLive)
                .filter(subscription -> subscription.resourceId().equals(Optional.of(request.sourceResourceId())))
                .toList();
        if (live.isEmpty()) {
            throw refusals.because(
                    ErrorCode.NO_ACTIVE_SUBSCRIPTION_FOR_CUSTOMER,
                    request.sourceResourceId() + " has no active subscription");
        }
        if (live.size() > 1) {
            throw refusals.because(
                    ErrorCode.INVALID_ARGUMENT_ERROR,
                    request.sourceResourceId() + " has several subscriptions: say which by its id");
        }
        LiveSubscription known = new LiveSubscription(world, customer, live.get(0));
        return move(known, Optional.of(request.destinationResourceId()), moment, refusals);
    }

    private Subscription transfer(TransferSubscriptionToResource request, Moment moment) {
        Refusals refusals = new Refusals("TransferSubscriptionToResource");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        return move(known, request.destinationResourceId(), moment, refusals);
    }

    /** Usage stays where it was reported. */
    private Subscription move(LiveSubscription known, Optional<String> destination, Moment moment, Refusals refusals) {
        SubscriptionRecord subscription = known.subscription();
        if (!subscription.resourceId().equals(destination)) {
            check(known, destination, refusals);
            Optional<String> source = subscription.resourceId();
            var left = known.customer().reachedFrom(source);
            subscription.moveTo(destination);
            known.changed(moment.now());
            known.world().news().entitlements(left, moment.now());
        }
        return views.subscription(subscription, moment.now());
    }

    private static void check(LiveSubscription known, Optional<String> destination, Refusals refusals) {
        Selection selection = known.subscription().selection();
        if (selection.product().isPerResource() != destination.isPresent()) {
            throw refusals.because(
                    ErrorCode.INVALID_ARGUMENT_ERROR,
                    selection.product().id() + " is subscribed to for each resource, or once a customer, not for "
                            + destination.orElse("the customer"));
        }
        boolean isTaken = known.customer().subscriptions().stream()
                .filter(other -> !other.hasEnded())
                .anyMatch(other -> other.isFor(selection.product(), destination));
        if (isTaken) {
            throw refusals.because(
                    ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED,
                    destination.orElse("The customer") + " has a subscription to "
                            + selection.product().id());
        }
    }

    /** Nobody is charged here, so it is kept and changes nothing else. */
    private Subscription delegate(DelegateSubscriptionToCustomer request, Moment moment) {
        Refusals refusals = new Refusals("DelegateSubscriptionToCustomer");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        request.destinationCustomerId().ifPresent(id -> world.existing(id, refusals));
        String holder = known.customer().details().id();
        known.subscription().paidBy(request.destinationCustomerId().filter(id -> !id.equals(holder)));
        return views.subscription(known.subscription(), moment.now());
    }
}
