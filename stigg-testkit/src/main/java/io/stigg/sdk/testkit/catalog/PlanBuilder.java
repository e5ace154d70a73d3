package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a plan is. What is said again of the same thing replaces what was said before. Not thread-safe; confine it to
 * one thread.
 *
 * <pre>{@code
 * catalog.plan("plan-pro")
 *         .basedOn("plan-basic")
 *         .paid(monthly(usd(50)), yearly(usd(500)))
 *         .grants("feature-sso")
 *         .meters("feature-api-calls", 10_000, softLimit(), everyMonth());
 * }</pre>
 */
public final class PlanBuilder extends PackageBuilder<PlanBuilder> {
    private Optional<PricingType> pricingType = Optional.empty();
    private Optional<String> baseId = Optional.empty();
    private Set<String> addons = Set.of();
    private Optional<DefaultTrialConfig> trial = Optional.empty();

    PlanBuilder(String id) {
        super(id, "plan");
    }

    PlanBuilder(Plan plan) {
        this(plan.id());
        start(plan.displayName(), plan.productId(), plan.grants(), plan.allowances(), plan.offer());
        pricingType = Optional.of(plan.pricingType());
        baseId = plan.baseId();
        addons = plan.addons();
        trial = plan.trial();
    }

    @Override
    PlanBuilder self() {
        return this;
    }

    /**
     * Makes it a plan that costs nothing.
     *
     * @return this builder
     */
    public PlanBuilder free() {
        return priced(PricingType.FREE);
    }

    /**
     * Makes it a plan with a price.
     *
     * @param prices what it costs: one price for each billing period, country and priced feature
     * @return this builder
     */
    public PlanBuilder paid(Price... prices) {
        return priced(PricingType.PAID, prices);
    }

    /**
     * Makes it a plan that is agreed with each customer.
     *
     * @param prices what it costs, nothing where that is agreed too
     * @return this builder
     */
    public PlanBuilder custom(Price... prices) {
        return priced(PricingType.CUSTOM, prices);
    }

    private PlanBuilder priced(PricingType type, Price... prices) {
        pricingType = Optional.of(type);
        return cost(prices);
    }

    /**
     * Inherits what another plan grants; what this one says of the same feature or credits counts instead.
     *
     * @param planId that plan's id
     * @return this builder
     */
    public PlanBuilder basedOn(String planId) {
        baseId = Optional.of(planId);
        return this;
    }

    /**
     * Sets the add-ons that can be had with it.
     *
     * @param addonIds their ids
     * @return this builder
     */
    public PlanBuilder compatibleWith(String... addonIds) {
        addons = new LinkedHashSet<>(List.of(addonIds));
        return this;
    }

    /**
     * Lets new subscriptions begin with a trial. Only for paid plans.
     *
     * @param terms how long, and what comes after it
     * @return this builder
     */
    public PlanBuilder trial(Trial terms) {
        trial = Optional.of(terms.config());
        return this;
    }

    /**
     * Makes the plan, to be published as a version of it. Plans of a catalogue are made with the catalogue.
     *
     * @return the plan
     * @throws IllegalArgumentException if nothing says which product it is in, or what kind of price it has
     */
    public Plan build() {
        return build(Optional.empty());
    }

    Plan build(Optional<String> onlyProduct) {
        return new Plan(
                id,
                displayName(),
                productId(onlyProduct),
                pricingType.orElseThrow(
                        () -> new IllegalArgumentException(id + " must say whether it is free, paid or custom")),
                baseId,
                new ArrayList<>(grants.values()),
                new ArrayList<>(allowances.values()),
                addons,
                offer(),
                trial);
    }
}
