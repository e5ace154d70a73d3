package io.stigg.sdk.http.graphql;

import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.DelegateSubscriptionToCustomer;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.GetActiveSubscriptions;
import io.stigg.sdk.subscription.GetActiveSubscriptionsList;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import io.stigg.sdk.subscription.UpdateSubscription;
import java.util.stream.Stream;

/** The operations about subscriptions. */
final class SubscriptionBindings {
    private SubscriptionBindings() {}

    static Stream<Binding> all() {
        return Stream.of(terms(), reads(), changes(), previews()).flatMap(bindings -> bindings);
    }

    @SuppressWarnings("deprecation") // what is deprecated is served
    private static Stream<Binding> terms() {
        return Stream.of(
                Binding.of(ProvisionSubscription.class, ProvisionSubscriptionOperation::new),
                Binding.of(ApplySubscription.class, ApplySubscriptionOperation::new),
                Binding.once(CreateSubscription.class, "createSubscription"),
                Binding.once(UpdateSubscription.class, "updateSubscription"),
                Binding.once(ImportSubscriptionsBulk.class, "importSubscriptionsBulk"));
    }

    private static Stream<Binding> reads() {
        return Stream.of(
                Binding.repeatable(GetSubscription.class, "getSubscription"),
                Binding.list(GetSubscriptions.class, "subscriptions"),
                Binding.repeatable(GetActiveSubscriptions.class, "getActiveSubscriptions"),
                Binding.of(GetActiveSubscriptionsList.class, GetActiveSubscriptionsListOperation::new));
    }

    /** Most answer the second time that there is nothing left to do, which is no answer to whoever asked once. */
    @SuppressWarnings("deprecation") // what is deprecated is served
    private static Stream<Binding> changes() {
        return Stream.of(
                Binding.once(CancelSubscription.class, "cancelSubscription"),
                Binding.once(CancelSubscriptionUpdates.class, "cancelSchedule"),
                Binding.once(MigrateSubscriptionToLatest.class, "migrateSubscriptionToLatest"),
                Binding.once(TransferSubscription.class, "transferSubscription"),
                Binding.repeatable(TransferSubscriptionToResource.class, "transferSubscriptionToResource"),
                Binding.repeatable(DelegateSubscriptionToCustomer.class, "delegateSubscriptionToCustomer"));
    }

    /** Mutations in the schema, which change nothing. */
    private static Stream<Binding> previews() {
        return Stream.of(
                Binding.of(
                        EstimateSubscription.class, request -> new PreviewOperation<>(request, "estimateSubscription")),
                Binding.repeatable(EstimateSubscriptionUpdate.class, "estimateSubscriptionUpdate"),
                Binding.of(
                        PreviewSubscription.class, request -> new PreviewOperation<>(request, "previewSubscription")),
                Binding.repeatable(PreviewNextInvoice.class, "previewNextInvoice"));
    }
}
