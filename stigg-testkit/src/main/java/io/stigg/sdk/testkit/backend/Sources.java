package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.testkit.backend.AddonFolding.AddonGrant;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.CreditAllowance;
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
    private final List<SubscriptionRecord> subscriptions;
    private final List<Promotion> promotions;

    Sources(CustomerRecord customer, CustomerScope scope, Instant now) {
        subscriptions = customer.subscriptions().stream()
                .filter(subscription -> subscription.isLive(now))
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
        List<Contribution> all = new ArrayList<>();
        for (SubscriptionRecord subscription : subscriptions) {
            grant(subscription.selection(), featureId)
                    .ifPresent(grant -> all.add(new Contribution(grant, subscription.start())));
        }
        for (Promotion promotion : promotions) {
            if (promotion.grant().featureId().equals(featureId)) {
                all.add(new Contribution(promotion.grant(), anchor(promotion)));
            }
        }
        return all.stream().reduce(Contribution::orBetter);
    }

    /** The periods of a promotion are those of the customer's first subscription, if it has any. */
    private Instant anchor(Promotion promotion) {
        return subscriptions.stream().findFirst().map(SubscriptionRecord::start).orElse(promotion.start());
    }

    private Optional<Grant> grant(Selection selection, String featureId) {
        Optional<Grant> planned =
                Optional.ofNullable(selection.lineage().grants().get(featureId)).map(grant -> bought(grant, selection));
        List<AddonGrant> added = new ArrayList<>();
        for (Map.Entry<Addon, Integer> addon : selection.addons().entrySet()) {
            addon.getKey().grants().stream()
                    .filter(grant -> grant.featureId().equals(featureId))
                    .forEach(grant -> added.add(new AddonGrant(grant, addon.getValue())));
        }
        return AddonFolding.fold(planned, added);
    }

    private static Grant bought(Grant grant, Selection selection) {
        Double quantity = selection.request().quantities().get(grant.featureId());
        return quantity == null ? grant : grant.withLimit(quantity);
    }

    /** Returns the credits of a currency that any subscription gives, the first one's first. */
    List<Allowance> allowances(String currencyId) {
        List<Allowance> all = new ArrayList<>();
        for (SubscriptionRecord subscription : subscriptions) {
            CreditAllowance credits =
                    subscription.selection().lineage().allowances().get(currencyId);
            if (credits != null) {
                all.add(new Allowance(credits, subscription.start()));
            }
        }
        return all;
    }

    /**
     * Credits that a subscription gives.
     *
     * @param credits how many and how often
     * @param start since when, which periods are counted from
     */
    record Allowance(CreditAllowance credits, Instant start) {}
}
