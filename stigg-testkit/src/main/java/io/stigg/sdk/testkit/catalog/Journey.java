package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.subscription.CancellationTime;
import java.util.Optional;
import java.util.Set;

/**
 * How customers come to a product, move between its plans and leave it. What is not said is as Stigg has it by default.
 * Immutable.
 *
 * @param start how they begin
 * @param delaysDowngrades whether less takes effect when the billing period ends, and not at once
 * @param usageReset what becomes of counted usage on another plan
 * @param cancellation when a cancellation takes effect that says nothing of it
 * @param freePlanAtEnd the plan that takes the place of a subscription that ends; empty if nothing does
 * @param cancels ids of the products whose subscriptions are cancelled with one of this
 */
public record Journey(
        JourneyStart start,
        boolean delaysDowngrades,
        UsageReset usageReset,
        CancellationTime cancellation,
        Optional<String> freePlanAtEnd,
        Set<String> cancels) {
    /** Customers select a plan, everything takes effect at once, usage starts again, and nothing follows the end. */
    public static final Journey DEFAULT = new Journey(
            new JourneyStart(JourneyStart.Kind.PLAN_SELECTION, Optional.empty()),
            false,
            UsageReset.ALWAYS,
            CancellationTime.IMMEDIATE,
            Optional.empty(),
            Set.of());

    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if cancellations had to wait for a date, which nobody would have given
     */
    public Journey {
        requireNonNull(start, "start");
        requireNonNull(usageReset, "usageReset");
        requireNonNull(freePlanAtEnd, "freePlanAtEnd");
        cancels = Set.copyOf(cancels);
        if (cancellation != CancellationTime.IMMEDIATE && cancellation != CancellationTime.END_OF_BILLING_PERIOD) {
            throw new IllegalArgumentException(
                    "cancellation must be IMMEDIATE or END_OF_BILLING_PERIOD, not " + cancellation);
        }
    }
}
