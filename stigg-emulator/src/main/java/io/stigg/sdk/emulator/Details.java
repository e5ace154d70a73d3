package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.catalog.PackageCreditEntitlement;
import io.stigg.sdk.catalog.PackageFeatureEntitlement;
import io.stigg.sdk.catalog.PackageReference;
import io.stigg.sdk.catalog.Plan;
import io.stigg.sdk.catalog.Product;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.subscription.MigratedSubscription;
import io.stigg.sdk.subscription.SubscribedAddon;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionSummary;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.UsageAck;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows more of a thing than the answer to one question holds, because any client may ask for any field of it. */
final class Details {
    private static final String REF_ID = "refId";

    private final StiggBackend backend;

    Details(StiggBackend backend) {
        this.backend = backend;
    }

    /** Finds all that is known of a thing. */
    Object fuller(Object thing) {
        if (thing instanceof Customer customer) {
            return backend.customerDetails(customer.id())
                    .<Object>map(known -> known)
                    .orElse(customer);
        }
        Optional<String> subscriptionId = subscriptionId(thing);
        return subscriptionId
                .flatMap(backend::subscriptionDetails)
                .<Object>map(known -> known)
                .orElse(thing);
    }

    /** The id of what is some of the truth about a subscription. */
    private static Optional<String> subscriptionId(Object thing) {
        if (thing instanceof Subscription subscription) {
            return Optional.of(subscription.id());
        } else if (thing instanceof SubscriptionSummary summary) {
            return Optional.of(summary.id());
        }
        return thing instanceof MigratedSubscription migrated
                ? Optional.of(migrated.subscriptionId())
                : Optional.empty();
    }

    /** Finds a field of a record. */
    @Nullable
    Object field(Object owner, String field) {
        Object value = known(owner, field);
        if (value == null && owner instanceof PackageReference reference) {
            return plan(reference.id())
                    .map(plan -> RecordFields.member(plan, field))
                    .orElse(null);
        }
        return value;
    }

    /** Finds the plan that is referred to, as a pricing page shows it. Of what never answers, nothing is known. */
    Optional<Plan> plan(String id) {
        try (ApiTransport transport = backend.connect()) {
            return Optional.ofNullable(transport
                            .send(GetPaywall.builder().includeHiddenPlans().build())
                            .toCompletableFuture()
                            .getNow(null))
                    .flatMap(paywall -> paywall.plans().stream()
                            .filter(plan -> plan.id().equals(id))
                            .findFirst());
        }
    }

    private @Nullable Object known(Object owner, String field) {
        return switch (field) {
            case "id" -> id(owner);
            case "customer" ->
                owner instanceof SubscriptionDetails details
                        ? backend.customerDetails(details.subscription().customerId())
                                .orElse(null)
                        : RecordFields.member(owner, field);
            case "payingCustomer" ->
                owner instanceof SubscriptionDetails details
                        ? details.payingCustomerId()
                                .flatMap(backend::customerDetails)
                                .orElse(null)
                        : RecordFields.member(owner, field);
            case "customerId", "subscriptionId", "planId" ->
                Optional.ofNullable(RecordFields.member(owner, field))
                        .orElseGet(() -> RecordFields.member(owner, REF_ID));
            case "statistics" ->
                owner instanceof CustomerDetails details
                        ? backend.customerStatistics(details.customer().id()).orElse(null)
                        : RecordFields.member(owner, field);
            case "featureId" -> featureId(owner);
            case "entitlements", "inheritedEntitlements" -> olderEntitlements(RecordFields.member(owner, field));
            case "hasActiveSubscription", "hasPaymentMethod" ->
                owner instanceof Customer ? false : RecordFields.member(owner, field);
            case "nextResetDate" ->
                owner instanceof UsageAck ack ? ack.usagePeriod().end() : RecordFields.member(owner, field);
            case "productSettings" -> settings(owner, field);
            case "billingPeriod", "currentBillingPeriodStart" ->
                owner instanceof SubscriptionDetails details
                        ? backend.activeSubscription(details.subscription().id())
                                .map(known -> RecordFields.member(known, field))
                                .orElse(null)
                        : RecordFields.member(owner, field);
            default -> RecordFields.member(owner, field);
        };
    }

    /** The id that Stigg gives to everything beside the one that people use: here always the same for the same thing. */
    private static @Nullable Object id(Object owner) {
        if (owner instanceof PromotionalEntitlement entitlement) {
            return internalId("PromotionalEntitlement", entitlement.feature().id());
        }
        if (owner instanceof SubscribedAddon subscribed) {
            return internalId("SubscriptionAddon", subscribed.addon().id());
        }
        Object refId = RecordFields.member(owner, REF_ID);
        return refId == null
                ? RecordFields.member(owner, "id")
                : internalId(owner.getClass().getSimpleName(), String.valueOf(refId));
    }

    static UUID internalId(String kind, String id) {
        return UUID.nameUUIDFromBytes((kind + ":" + id).getBytes(UTF_8));
    }

    /** Every product has settings, even if they say nothing. */
    private static @Nullable Object settings(Object owner, String field) {
        return owner instanceof Product product
                ? Fields.ofType("ProductSettings")
                        .with("downgradePlan", product.downgradePlan())
                        .toMap()
                : RecordFields.member(owner, field);
    }

    /** What packages grant, as older clients know it: they know no credits. */
    private static @Nullable Object olderEntitlements(@Nullable Object entitlements) {
        return entitlements instanceof Collection<?> all
                ? all.stream()
                        .filter(each -> !(each instanceof PackageCreditEntitlement))
                        .toList()
                : entitlements;
    }

    private static @Nullable Object featureId(Object owner) {
        if (owner instanceof PackageFeatureEntitlement entitlement) {
            return entitlement.feature().id();
        }
        return owner instanceof PromotionalEntitlement entitlement
                ? entitlement.feature().id()
                : RecordFields.member(owner, "featureId");
    }
}
