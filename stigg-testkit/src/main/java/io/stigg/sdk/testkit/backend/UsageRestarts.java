package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.testkit.catalog.UsageReset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of usage when another plan is subscribed to: counters start again if the product's journey says so, levels go
 * on. Three seats are three seats on any plan. What belongs to other products is none of its business. Not thread-safe; guarded
 * by the environment.
 */
final class UsageRestarts {
    private final CatalogVersions versions;

    UsageRestarts(CatalogVersions versions) {
        this.versions = versions;
    }

    /** A subscription takes the place of another one. */
    void replace(CustomerRecord customer, SubscriptionRecord former, SubscriptionRecord latter, Instant now) {
        UsageReset rule = latter.product().journey().usageReset();
        boolean goesOn = rule == UsageReset.NEVER
                || (rule == UsageReset.WHEN_BILLING_PERIOD_CHANGES
                        && latter.billingAnchor().equals(former.billingAnchor()));
        if (goesOn) {
            latter.countUsageFrom(former.usageAnchor());
        } else {
            restart(
                    customer,
                    latter.resourceId(),
                    List.of(former.selection(), latter.selection()),
                    latter.start(),
                    now);
        }
    }

    /** A subscription goes over to another plan, and keeps its billing periods. */
    void change(CustomerRecord customer, SubscriptionRecord subscription, Selection before, Instant now) {
        if (subscription.product().journey().usageReset() == UsageReset.ALWAYS) {
            subscription.countUsageFrom(now);
            restart(customer, subscription.resourceId(), List.of(before, subscription.selection()), now, now);
        }
    }

    private void restart(
            CustomerRecord customer, Optional<String> resourceId, List<Selection> selections, Instant at, Instant now) {
        Set<EntitlementRef> counters = versions.current().features().stream()
                .filter(feature -> feature.feature().meterType() == MeterType.INCREMENTAL)
                .filter(feature -> selections.stream()
                        .anyMatch(selection ->
                                Sources.grant(selection, feature.id()).isPresent()))
                .map(feature -> EntitlementRef.feature(feature.id()))
                .collect(Collectors.toSet());
        customer.usage().forEach((key, log) -> {
            boolean isConcerned = resourceId.isEmpty() || key.resourceId().equals(resourceId);
            if (isConcerned && counters.contains(key.ref())) {
                log.restart(at, now);
            }
        });
    }
}
