package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.testkit.Explanation.Origin;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.Explanation.Source;
import io.stigg.sdk.testkit.backend.AddonFolding.Folded;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the entitlements of a scope come from now: for the customer, its live subscriptions without a resource; for a
 * resource, its own as well; and for both, what was granted beside subscriptions.
 */
final class Sources {
    private final CustomerRecord customer;
    private final Instant now;
    private final List<SubscriptionRecord> subscriptions;
    private final List<Promotion> promotions;

    Sources(CustomerRecord customer, CustomerScope scope, Instant now) {
        this.customer = customer;
        this.now = now;
        subscriptions = customer.subscriptions().stream()
                .filter(SubscriptionRecord::isLive)
                .filter(subscription -> subscription.resourceId().isEmpty()
                        || subscription.resourceId().equals(scope.resourceId()))
                .toList();
        promotions = customer.promotions().values().stream()
                .filter(promotion -> promotion.isLive(now))
                .toList();
    }

    boolean hasSubscription() {
        return !subscriptions.isEmpty();
    }

    /** Returns the best that any source gives of a feature. */
    Optional<Contribution> best(String featureId) {
        return all(featureId).stream().reduce(Contribution::orBetter);
    }

    /** Tells what every source gives of a feature, and how it stands beside the others. */
    List<Source> explain(String featureId) {
        List<Contribution> all = all(featureId);
        return all.stream()
                .reduce(Contribution::orBetter)
                .map(best -> all.stream().map(one -> one.beside(best)).toList())
                .orElse(List.of());
    }

    private List<Contribution> all(String featureId) {
        List<Contribution> all = new ArrayList<>();
        for (SubscriptionRecord subscription : subscriptions) {
            folded(subscription.selection(), featureId)
                    .ifPresent(folded -> all.add(new Contribution(
                            Optional.of(subscription.id()),
                            folded.grant(),
                            folded.parts(),
                            subscription.usageAnchor(),
                            isOverBudget(subscription, featureId))));
        }
        for (Promotion promotion : promotions) {
            Grant grant = promotion.grant();
            if (grant.featureId().equals(featureId)) {
                List<Part> parts = List.of(new Part(Origin.PROMOTION, featureId, 1, grant));
                all.add(new Contribution(Optional.empty(), grant, parts, anchor(promotion), false));
            }
        }
        return all;
    }

    /** The periods of a promotion are those of the customer's first subscription, if it has any. */
    private Instant anchor(Promotion promotion) {
        return subscriptions.stream()
                .findFirst()
                .map(SubscriptionRecord::usageAnchor)
                .orElse(promotion.start());
    }

    private boolean isOverBudget(SubscriptionRecord subscription, String featureId) {
        Spending spending = new Spending(customer, subscription, now);
        return spending.isPriced(featureId) && spending.isOverBudget();
    }

    /** Returns what a selection gives of a feature, add-ons included. */
    static Optional<Grant> grant(Selection selection, String featureId) {
        return folded(selection, featureId).map(Folded::grant);
    }

    private static Optional<Folded> folded(Selection selection, String featureId) {
        List<Part> parts = new ArrayList<>();
        AgreedTerms.part(selection, featureId).ifPresent(parts::add);
        for (Map.Entry<Addon, Integer> addon : selection.addons().entrySet()) {
            boolean isCharged = addon.getKey().offer().charges(featureId);
            addon.getKey().grants().stream()
                    .filter(grant -> grant.featureId().equals(featureId))
                    .map(grant -> isCharged ? grant.soft() : grant)
                    .forEach(grant ->
                            parts.add(new Part(Origin.ADDON, addon.getKey().id(), addon.getValue(), grant)));
        }
        return AddonFolding.fold(parts);
    }

    /** Returns the credits of a currency that any subscription gives, the first one's first. */
    List<Allowance> allowances(String currencyId) {
        List<Allowance> all = new ArrayList<>();
        for (SubscriptionRecord subscription : subscriptions) {
            RecurringTerms.of(subscription.selection()).stream()
                    .filter(terms -> terms.currencyId().equals(currencyId))
                    .forEach(terms -> all.add(new Allowance(terms, subscription)));
        }
        return all;
    }

    /**
     * Credits that a subscription gives.
     *
     * @param terms how many and how often
     * @param subscription the subscription
     */
    record Allowance(RecurringTerms terms, SubscriptionRecord subscription) {}
}
