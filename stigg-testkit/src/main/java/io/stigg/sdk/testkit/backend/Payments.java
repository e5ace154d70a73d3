package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.PaymentCollectionMethod;
import io.stigg.sdk.catalog.PricingType;

/**
 * Whether something has to be paid. As long as no billing system is connected, nothing has. Not thread-safe; guarded by the
 * environment.
 */
final class Payments {
    private boolean isConnected;

    void connect(boolean connected) {
        isConnected = connected;
    }

    boolean isConnected() {
        return isConnected;
    }

    /** Tells whether a selection is charged to whoever subscribes to it. */
    boolean isCharged(Selection selection) {
        PaymentCollectionMethod method =
                selection.request().paymentCollectionMethod().orElse(PaymentCollectionMethod.CHARGE);
        return isConnected
                && selection.plan().pricingType() == PricingType.PAID
                && method == PaymentCollectionMethod.CHARGE
                && selection.request().billingId().isEmpty()
                && Bill.of(selection, selection.request().billingPeriod().orElse(BillingPeriod.MONTHLY))
                                .total()
                                .amount()
                                .signum()
                        > 0;
    }

    /** Tells whether a selection is charged to a customer who has left nothing that could be charged. */
    boolean isMissing(CustomerRecord customer, Selection selection) {
        return customer.paymentMethodId().isEmpty() && isCharged(selection);
    }
}
