package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.subscription.BillingPeriod;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.PricingType;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the environment keeps it: what was selected, and from when to when. Its status follows from the time.
 * Not thread-safe; guarded by the environment.
 */
final class SubscriptionRecord {
    private final String id;
    private final String customerId;
    private final Instant start;
    private Selection selection;
    private @Nullable Instant end;

    SubscriptionRecord(String id, String customerId, Selection selection, Instant start) {
        this.id = id;
        this.customerId = customerId;
        this.selection = selection;
        this.start = start;
    }

    String id() {
        return id;
    }

    Selection selection() {
        return selection;
    }

    /** Goes over to another version of its plan; tells whether it has anything to do with that. */
    boolean migrateTo(PlanLineage version) {
        Optional<Selection> changed = selection.with(version);
        changed.ifPresent(next -> selection = next);
        return changed.isPresent();
    }

    Optional<String> resourceId() {
        return selection.request().resourceId();
    }

    Instant start() {
        return start;
    }

    Optional<Instant> end() {
        return Optional.ofNullable(end);
    }

    void endAt(Instant instant) {
        end = instant;
    }

    boolean isLive(Instant now) {
        return status(now) == Status.ACTIVE;
    }

    boolean hasEnded(Instant now) {
        return end != null && !end.isAfter(now);
    }

    Status status(Instant now) {
        if (hasEnded(now)) {
            return Status.CANCELED;
        }
        return start.isAfter(now) ? Status.NOT_STARTED : Status.ACTIVE;
    }

    Subscription at(Instant now) {
        return new Subscription(
                id,
                customerId,
                resourceId(),
                selection.plan().id(),
                status(now),
                selection.plan().pricingType(),
                selection.addonQuantities(),
                start,
                hasEnded(now) ? end() : Optional.empty(),
                Optional.empty(),
                end(),
                billingPeriodEnd(now),
                Map.copyOf(selection.request().metadata()));
    }

    private Optional<Instant> billingPeriodEnd(Instant now) {
        if (selection.plan().pricingType() != PricingType.PAID || !isLive(now)) {
            return Optional.empty();
        }
        boolean annual = selection.request().billingPeriod().equals(Optional.of(BillingPeriod.ANNUALLY));
        return UsageWindows.at(now, start, annual ? ResetPeriod.Unit.YEAR : ResetPeriod.Unit.MONTH)
                .end();
    }
}
