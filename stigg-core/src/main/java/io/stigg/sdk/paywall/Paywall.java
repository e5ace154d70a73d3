package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Plan;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * What a pricing page shows: plans with their prices, and where a customer is known, what it has. Immutable.
 *
 * @param plans the plans, in the order in which they are to be shown
 * @param configuration how it is to look, empty if nothing was set up
 * @param customer the customer who was asked for
 * @param resourceId the id of the customer's resource that was asked for
 * @param activeSubscriptions the subscriptions that give that customer or resource access
 * @param currency the currency of its prices
 * @param pricePoints the amounts to show, as Stigg worked them out; empty where it did not
 */
public record Paywall(
        List<Plan> plans,
        Optional<PaywallConfiguration> configuration,
        Optional<Customer> customer,
        @ApiName("resource.resourceId") Optional<String> resourceId,
        List<SubscriptionDetails> activeSubscriptions,
        PaywallCurrency currency,
        @ApiName("paywallCalculatedPricePoints") List<PaywallPricePoint> pricePoints) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Paywall {
        plans = List.copyOf(plans);
        requireNonNull(configuration, "configuration");
        requireNonNull(customer, "customer");
        requireNonNull(resourceId, "resourceId");
        activeSubscriptions = List.copyOf(activeSubscriptions);
        requireNonNull(currency, "currency");
        pricePoints = List.copyOf(pricePoints);
    }
}
