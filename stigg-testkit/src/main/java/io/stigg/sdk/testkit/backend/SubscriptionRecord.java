package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.catalog.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the environment keeps it. It changes when something happens, be it by itself, and not by being asked.
 * Not thread-safe; guarded by the environment.
 */
final class SubscriptionRecord {
    private final String id;
    private final String customerId;
    private final Instant start;
    private final Instant createdAt;
    private Selection selection;
    private Optional<String> resourceId;
    private Optional<String> payingCustomerId;
    private Instant usageAnchor;
    private Instant billingAnchor;
    private boolean hasBegun;
    private boolean wasInTrial;
    private PaymentCollection payment;
    private @Nullable Trial trial;
    private @Nullable Instant cancellation;
    private boolean revokesAtEnd;
    private @Nullable Instant lastDay;
    private @Nullable SubscriptionEnd end;
    private @Nullable Scheduled scheduled;
    private @Nullable Scheduled unpaid;

    SubscriptionRecord(String id, String customerId, Selection selection, Beginning beginning, Instant createdAt) {
        this.id = id;
        this.customerId = customerId;
        this.selection = selection;
        this.resourceId = selection.request().resourceId();
        this.start = beginning.start();
        this.createdAt = createdAt;
        this.usageAnchor = start;
        this.billingAnchor = start;
        this.trial = beginning.trial().orElse(null);
        this.cancellation = beginning.cancellation().orElse(null);
        this.lastDay = beginning.end().orElse(null);
        this.payingCustomerId = beginning.payerId();
        this.payment = beginning.awaitsPayment() ? PaymentCollection.PROCESSING : PaymentCollection.NOT_REQUIRED;
    }

    String id() {
        return id;
    }

    String customerId() {
        return customerId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Selection selection() {
        return selection;
    }

    Product product() {
        return selection.product();
    }

    String productId() {
        return product().id();
    }

    /** Tells whether both are to the same product, for the same resource or the customer as a whole. */
    boolean isBeside(SubscriptionRecord other) {
        return other != this && isFor(other.selection.product(), other.resourceId);
    }

    /** Tells whether it is to a product, for a resource or the customer as a whole. */
    boolean isFor(Product product, Optional<String> resource) {
        return productId().equals(product.id()) && resourceId.equals(resource);
    }

    /** Goes over to other versions of what is subscribed to, now and where a change waits. */
    void migrate(UnaryOperator<Selection> migration) {
        selection = migration.apply(selection);
        scheduled = scheduled == null ? null : scheduled.migrate(migration);
        unpaid = unpaid == null ? null : unpaid.migrate(migration);
    }

    /** Changes what is subscribed to. That takes the place of every change that waits. */
    void changeTo(Selection next) {
        selection = next;
        scheduled = null;
        unpaid = null;
    }

    /** Schedules a change, in the place of one that is scheduled already. */
    void schedule(Scheduled change) {
        scheduled = change;
    }

    Optional<Scheduled> scheduled() {
        return Optional.ofNullable(scheduled);
    }

    /** Lets a change wait for its payment. */
    void awaitPayment(Scheduled change) {
        unpaid = change;
    }

    Optional<Scheduled> unpaid() {
        return Optional.ofNullable(unpaid);
    }

    List<ScheduledUpdate> futureUpdates() {
        return Stream.of(scheduled(), unpaid())
                .flatMap(Optional::stream)
                .flatMap(change -> change.updates().stream())
                .toList();
    }

    void cancelScheduled() {
        scheduled = null;
    }

    void cancelUnpaid() {
        unpaid = null;
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

    /** What periods of usage are counted from. */
    Instant usageAnchor() {
        return usageAnchor;
    }

    /** Goes on with periods of usage that began before it. */
    void countUsageFrom(Instant anchor) {
        usageAnchor = anchor;
    }

    /** What billing periods are counted from. */
    Instant billingAnchor() {
        return billingAnchor;
    }

    void billFrom(Instant anchor) {
        billingAnchor = anchor;
    }

    /** Starts to give access, unless it waits for a payment. */
    void begin() {
        hasBegun = true;
        wasInTrial |= trial != null;
    }

    boolean hasBegun() {
        return hasBegun;
    }

    PaymentCollection payment() {
        return payment;
    }

    boolean awaitsPayment() {
        return payment != PaymentCollection.NOT_REQUIRED;
    }

    void paid() {
        payment = PaymentCollection.NOT_REQUIRED;
    }

    void paymentFailed() {
        payment = PaymentCollection.FAILED;
    }

    Optional<Trial> trial() {
        return Optional.ofNullable(trial);
    }

    boolean isTrial() {
        return trial != null;
    }

    boolean wasInTrial() {
        return wasInTrial;
    }

    /** Tells whether somebody has had to pay for it, or has to. */
    boolean hasBeenPaid() {
        return hasBegun && trial == null && selection.plan().pricingType() == PricingType.PAID;
    }

    void tryUntil(Trial longer) {
        trial = longer;
    }

    /** Goes on without trial. */
    void convert(Instant at) {
        trial = null;
        billingAnchor = at;
    }

    /** Is cancelled then. */
    void cancelAt(Instant instant, boolean revokes) {
        cancellation = instant;
        revokesAtEnd = revokes;
        if (scheduled != null && !scheduled.at().isBefore(instant)) {
            scheduled = null;
        }
    }

    Optional<Instant> cancellation() {
        return Optional.ofNullable(cancellation);
    }

    /** Tells whether nothing is to follow its end. */
    boolean revokesAtEnd() {
        return revokesAtEnd;
    }

    /** Is not cancelled any more. */
    void goOn() {
        cancellation = null;
        revokesAtEnd = false;
    }

    /** When it ends by itself. */
    Optional<Instant> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    void end(SubscriptionEnd how) {
        end = how;
        scheduled = null;
        unpaid = null;
    }

    Optional<SubscriptionEnd> end() {
        return Optional.ofNullable(end);
    }

    boolean hasEnded() {
        return end != null;
    }

    /** Tells whether it gives access. */
    boolean isLive() {
        Status status = status();
        return status == Status.ACTIVE || status == Status.IN_TRIAL;
    }

    Status status() {
        if (end != null) {
            return end.status();
        } else if (!hasBegun) {
            return Status.NOT_STARTED;
        } else if (awaitsPayment()) {
            return Status.PAYMENT_PENDING;
        }
        return trial == null ? Status.ACTIVE : Status.IN_TRIAL;
    }
}
