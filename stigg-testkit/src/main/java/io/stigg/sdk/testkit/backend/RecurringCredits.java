package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Grants the credits that subscriptions give: some for each period, which end with it. More seats bring more at once, fewer
 * take none away before the period ends. Not thread-safe; guarded by the environment.
 */
final class RecurringCredits {
    private final Timeline timeline;
    private final News news;
    private final Set<Renewal> renewals = new HashSet<>();

    RecurringCredits(Timeline timeline, News news) {
        this.timeline = timeline;
        this.news = news;
    }

    /** A subscription begins to give access. */
    void begin(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        grant(customer, subscription, now);
    }

    /** A subscription gives more than before, or less. */
    void change(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        if (subscription.isLive()) {
            grant(customer, subscription, now);
        }
    }

    /** What a subscription has given goes with it. */
    void end(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        customer.credits().grantsOf(subscription).stream()
                .filter(grant -> grant.isActive(now))
                .forEach(grant -> customer.credits().cancel(grant, now));
    }

    private void grant(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        RecurringTerms.of(subscription.selection()).forEach(terms -> grant(customer, subscription, terms, now));
    }

    /** Grants what is missing in the period, and plans the next one. */
    private void grant(CustomerRecord customer, SubscriptionRecord subscription, RecurringTerms terms, Instant now) {
        UsagePeriod period = UsageWindows.at(now, subscription.usageAnchor(), terms.cadence());
        Instant end = period.end().orElseThrow();
        double granted = customer.credits().grantsOf(subscription).stream()
                .filter(grant -> grant.currencyId().equals(terms.currencyId()) && grant.isActive(now))
                .mapToDouble(GrantedCredits::amount)
                .sum();
        if (terms.amount() > granted) {
            Instant start = granted == 0 ? period.start().orElseThrow() : now;
            customer.credits()
                    .add(
                            GrantedCredits.recurring(
                                    customer.credits().newId("recurring"),
                                    new CustomerPool(
                                            customer.details().id(), subscription.resourceId(), terms.currencyId()),
                                    terms.amount() - granted,
                                    subscription.id(),
                                    start,
                                    end),
                            start);
        }
        if (renewals.add(new Renewal(subscription.id(), terms.currencyId(), end))) {
            timeline.at(end, due -> renew(customer, subscription, terms.currencyId(), due));
        }
    }

    private void renew(CustomerRecord customer, SubscriptionRecord subscription, String currencyId, Instant now) {
        if (subscription.isLive()) {
            RecurringTerms.of(subscription.selection()).stream()
                    .filter(terms -> terms.currencyId().equals(currencyId))
                    .forEach(terms -> grant(customer, subscription, terms, now));
            customer.changesAt(now);
            news.entitlements(customer.reachedFrom(subscription.resourceId()), now);
        }
    }

    private record Renewal(String subscriptionId, String currencyId, Instant end) {}
}
