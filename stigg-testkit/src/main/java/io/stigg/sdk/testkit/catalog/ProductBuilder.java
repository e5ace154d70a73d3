package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.subscription.CancellationTime;
import io.stigg.sdk.testkit.catalog.JourneyStart.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a product is, and how customers come to it, move between its plans and leave it. What nobody says is as
 * {@link Journey#DEFAULT} has it. Not thread-safe; confine it to one thread.
 */
public final class ProductBuilder {
    private final String id;
    private String displayName;
    private boolean isPerResource;
    private JourneyStart start = Journey.DEFAULT.start();
    private boolean delaysDowngrades = Journey.DEFAULT.delaysDowngrades();
    private UsageReset usageReset = Journey.DEFAULT.usageReset();
    private CancellationTime cancellation = Journey.DEFAULT.cancellation();
    private Optional<String> freePlanAtEnd = Journey.DEFAULT.freePlanAtEnd();
    private Set<String> cancels = Journey.DEFAULT.cancels();

    ProductBuilder(String id) {
        this.id = id;
        this.displayName = DisplayNames.of(id, "product");
    }

    ProductBuilder(Product product) {
        this(product.id());
        displayName = product.displayName();
        isPerResource = product.isPerResource();
        start = product.journey().start();
        delaysDowngrades = product.journey().delaysDowngrades();
        usageReset = product.journey().usageReset();
        cancellation = product.journey().cancellation();
        freePlanAtEnd = product.journey().freePlanAtEnd();
        cancels = product.journey().cancels();
    }

    /**
     * Names it. Without that its name is made of its id.
     *
     * @param name its name for people
     * @return this builder
     */
    public ProductBuilder named(String name) {
        displayName = requireNonNull(name, "name");
        return this;
    }

    /**
     * Lets each resource of a customer have a subscription of its own, and not the customer just one.
     *
     * @return this builder
     */
    public ProductBuilder perResource() {
        isPerResource = true;
        return this;
    }

    /**
     * Lets new customers begin with a free plan, whatever they ask for.
     *
     * @param planId the plan's id
     * @return this builder
     */
    public ProductBuilder startingWith(String planId) {
        start = new JourneyStart(Kind.FREE_PLAN, Optional.of(planId));
        return this;
    }

    /**
     * Lets new customers begin with a trial of a plan, whatever they ask for.
     *
     * @param planId the plan's id
     * @return this builder
     */
    public ProductBuilder startingWithTrialOf(String planId) {
        start = new JourneyStart(Kind.TRIAL_PERIOD, Optional.of(planId));
        return this;
    }

    /**
     * Lets less, a lower plan or fewer units, take effect when the billing period ends.
     *
     * @return this builder
     */
    public ProductBuilder delayingDowngrades() {
        delaysDowngrades = true;
        return this;
    }

    /**
     * Sets what becomes of counted usage on another plan.
     *
     * @param reset what
     * @return this builder
     */
    public ProductBuilder resettingUsage(UsageReset reset) {
        usageReset = requireNonNull(reset, "reset");
        return this;
    }

    /**
     * Sets when a cancellation takes effect that says nothing of it.
     *
     * @param time {@code IMMEDIATE} or {@code END_OF_BILLING_PERIOD}
     * @return this builder
     */
    public ProductBuilder cancelledAt(CancellationTime time) {
        cancellation = requireNonNull(time, "time");
        return this;
    }

    /**
     * Lets a free plan take the place of a subscription that ends.
     *
     * @param planId the plan's id
     * @return this builder
     */
    public ProductBuilder endingWith(String planId) {
        freePlanAtEnd = Optional.of(planId);
        return this;
    }

    /**
     * Cancels subscriptions to other products with one to this.
     *
     * @param productIds ids of products that are subscribed to for each resource
     * @return this builder
     */
    public ProductBuilder cancelling(String... productIds) {
        cancels = new LinkedHashSet<>(List.of(productIds));
        return this;
    }

    Product build() {
        return new Product(
                id,
                displayName,
                isPerResource,
                new Journey(start, delaysDowngrades, usageReset, cancellation, freePlanAtEnd, cancels));
    }
}
