package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.List;
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
    private Optional<String> resourceId;
    private Optional<String> payingCustomerId = Optional.empty();
    private @Nullable Instant end;
    private @Nullable Scheduled scheduled;

    SubscriptionRecord(String id, String customerId, Selection selection, Instant start) {
        this.id = id;
        this.customerId = customerId;
        this.selection = selection;
        this.resourceId = selection.request().resourceId();
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
        if (scheduled != null) {
            scheduled = scheduled.with(version);
        }
        return changed.isPresent();
    }

    /** Changes what is subscribed to. That takes the place of a change that is scheduled. */
    void changeTo(Selection next) {
        selection = next;
        scheduled = null;
    }

    /** Schedules a change, in the place of one that is scheduled already. */
    void schedule(Scheduled change) {
        scheduled = change;
    }

    Optional<Scheduled> scheduled() {
        return Optional.ofNullable(scheduled);
    }

    /** Gives the scheduled change up; tells whether there was one. */
    boolean cancelScheduled() {
        boolean any = scheduled != null;
        scheduled = null;
        return any;
    }

    /** Makes the scheduled change, and returns it, if its time has come. */
    Optional<Scheduled> settle(Instant now) {
        Scheduled due = scheduled;
        if (due == null || due.at().isAfter(now)) {
            return Optional.empty();
        }
        changeTo(due.after());
        return Optional.of(due);
    }

    Optional<String> resourceId() {
        return resourceId;
    }

    void moveTo(Optional<String> otherResourceId) {
        resourceId = otherResourceId;
    }

    /** The customer who pays, where that is another than the holder. */
    Optional<String> payingCustomerId() {
        return payingCustomerId;
    }

    void paidBy(Optional<String> otherCustomerId) {
        payingCustomerId = otherCustomerId;
    }

    Instant start() {
        return start;
    }

    Optional<Instant> end() {
        return Optional.ofNullable(end);
    }

    /** Ends then; what was to change later never does. */
    void endAt(Instant instant) {
        end = instant;
        if (scheduled != null && !scheduled.at().isBefore(instant)) {
            scheduled = null;
        }
    }

    /** Does not end. */
    void goOn() {
        end = null;
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
                end(),
                Optional.empty(),
                end(),
                billingPeriodEnd(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PaymentCollection.NOT_REQUIRED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
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
