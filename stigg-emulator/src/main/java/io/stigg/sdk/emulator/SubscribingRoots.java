package io.stigg.sdk.emulator;

import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.DelegateSubscriptionToCustomer;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.GetActiveSubscriptions;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.TransferSubscription;
import io.stigg.sdk.subscription.TransferSubscriptionToResource;
import io.stigg.sdk.subscription.UpdateSubscription;
import java.util.stream.Stream;

/** The roots about subscriptions. */
final class SubscribingRoots {
    private SubscribingRoots() {}

    static Stream<Root> all() {
        return Stream.of(reads(), changes(), previews()).flatMap(roots -> roots);
    }

    /** Lists of active subscriptions, short and long, have one root: each is told all about, and takes what it needs. */
    private static Stream<Root> reads() {
        return Stream.of(
                Root.query("getSubscription", GetSubscription.class),
                Root.query("getActiveSubscriptions", GetActiveSubscriptions.class));
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    private static Stream<Root> changes() {
        return Stream.of(
                Root.mutation("createSubscription", CreateSubscription.class),
                Root.mutation("updateOneSubscription", UpdateSubscription.class),
                Root.mutation("importSubscriptionsBulk", ImportSubscriptionsBulk.class),
                Root.mutation("cancelSubscription", CancelSubscription.class),
                Root.mutation("cancelSchedule", CancelSubscriptionUpdates.class),
                Root.mutation("migrateSubscriptionToLatest", MigrateSubscriptionToLatest.class),
                Root.mutation("transferSubscription", TransferSubscription.class),
                Root.mutation("transferSubscriptionToResource", TransferSubscriptionToResource.class),
                Root.mutation("delegateSubscriptionToCustomer", DelegateSubscriptionToCustomer.class));
    }

    private static Stream<Root> previews() {
        return Stream.of(
                Root.mutation("estimateSubscription", EstimateSubscription.class),
                Root.mutation("estimateSubscriptionUpdate", EstimateSubscriptionUpdate.class),
                Root.mutation("previewSubscription", PreviewSubscription.class),
                Root.mutation("previewNextInvoice", PreviewNextInvoice.class));
    }
}
