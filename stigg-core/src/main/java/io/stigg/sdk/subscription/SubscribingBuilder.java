package io.stigg.sdk.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * What can be said of a new subscription beside what it is to. Not thread-safe; confine it to one thread.
 *
 * @param <B> the builder that the setters return
 */
@SuppressWarnings("deprecation") // until the older way to subscribe is gone
public abstract sealed class SubscribingBuilder<B extends SubscribingBuilder<B>>
        permits ProvisionSubscription.Builder, ApplySubscription.Builder, CreateSubscription.Builder {
    final String customerId;
    final PlanSelection selection;
    Optional<Instant> startDate = Optional.empty();
    Optional<Instant> cancellationDate = Optional.empty();
    Optional<String> payingCustomerId = Optional.empty();
    Optional<ScheduleStrategy> scheduleStrategy = Optional.empty();

    SubscribingBuilder(String customerId, PlanSelection selection) {
        this.customerId = customerId;
        this.selection = selection;
    }

    abstract B self();

    /**
     * Sets when the subscription starts. A subscription to the same product that runs is cancelled then, save that a
     * customer can try one plan while it pays for another.
     *
     * @param instant the instant; in the past to backdate, in the future to schedule
     * @return this builder
     */
    public B startDate(Instant instant) {
        startDate = Optional.of(instant);
        return self();
    }

    /**
     * Has the subscription cancelled.
     *
     * @param instant when
     * @return this builder
     */
    public B cancellationDate(Instant instant) {
        cancellationDate = Optional.of(instant);
        return self();
    }

    /**
     * Has another customer pay.
     *
     * @param id that customer's id
     * @return this builder
     */
    public B payingCustomerId(String id) {
        payingCustomerId = Optional.of(id);
        return self();
    }

    /**
     * Sets when the subscription takes the place of a paid one that runs. Without it, an upgrade does at once, and a
     * downgrade when the product's rules say.
     *
     * @param strategy when
     * @return this builder
     */
    public B scheduleStrategy(ScheduleStrategy strategy) {
        scheduleStrategy = Optional.of(strategy);
        return self();
    }
}
