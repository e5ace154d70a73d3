package io.stigg.sdk.http.graphql;

import io.stigg.sdk.subscription.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code CustomerSubscription}. */
final class SubscriptionReader {
    private static final WireEnum<Subscription.Status> STATUS =
            WireEnum.of(Subscription.Status.class, Subscription.Status.UNKNOWN);
    private static final WireEnum<Subscription.PricingType> PRICING_TYPE =
            WireEnum.of(Subscription.PricingType.class, Subscription.PricingType.UNKNOWN);

    private SubscriptionReader() {}

    static Subscription subscription(JsonView subscription) {
        Optional<String> resourceId = subscription
                .at("resource")
                .ifPresent(resource -> resource.at("resourceId").id());
        return new Subscription(
                subscription.at("refId").id(),
                subscription.at("customer").at("refId").id(),
                resourceId,
                subscription.at("plan").at("refId").id(),
                STATUS.read(subscription.at("status")),
                PRICING_TYPE.read(subscription.at("pricingType")),
                addons(subscription.at("addons")),
                subscription.at("startDate").instant(),
                subscription.at("endDate").instantIfAny(),
                subscription.at("trialEndDate").instantIfAny(),
                subscription.at("cancellationDate").instantIfAny(),
                subscription.at("currentBillingPeriodEnd").instantIfAny(),
                subscription.at("additionalMetaData").members());
    }

    private static Map<String, Integer> addons(JsonView list) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        list.elements()
                .forEach(element -> quantities.merge(
                        element.at("addon").at("refId").id(),
                        element.at("quantity").wholeNumber(),
                        Integer::sum));
        return quantities;
    }
}
