package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.customer.ProvisionedCustomer.Decision;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.catalog.JourneyStart;
import java.time.Instant;
import java.util.Optional;

/**
 * What a new customer begins with: the plan that was asked for, unless the product has another one for everybody. Not
 * thread-safe; guarded by the environment.
 */
final class CustomerJourney {
    private final World world;
    private final Refusals refusals;
    private final Selection selection;
    private final Decision decision;

    private CustomerJourney(World world, Refusals refusals, Selection selection, Decision decision) {
        this.world = world;
        this.refusals = refusals;
        this.selection = selection;
        this.decision = decision;
    }

    /**
     * Finds it out.
     *
     * @throws io.stigg.sdk.error.StiggApiException if it may not be subscribed to
     */
    static CustomerJourney of(PlanSelection asked, World world, Refusals refusals) {
        SelectionRules rules = world.provisioning().rules(refusals.operation());
        JourneyStart start = world.catalog()
                .plan(asked.planId())
                .map(world.catalog()::product)
                .map(product -> product.journey().start())
                .orElseGet(() -> new JourneyStart(JourneyStart.Kind.PLAN_SELECTION, Optional.empty()));
        PlanSelection given =
                start.planId().map(planId -> instead(planId, asked)).orElse(asked);
        Selection selection = rules.check(given);
        world.provisioning().checkId(selection, refusals);
        return new CustomerJourney(
                world,
                refusals,
                selection,
                switch (start.kind()) {
                    case PLAN_SELECTION -> Decision.REQUESTED_PLAN;
                    case FREE_PLAN -> Decision.PREDEFINED_FREE_PLAN;
                    case TRIAL_PERIOD -> Decision.PREDEFINED_TRIAL_PLAN;
                });
    }

    /** Of what was asked for, what does not belong to the plan stays. */
    private static PlanSelection instead(String planId, PlanSelection asked) {
        PlanSelection.Builder given = PlanSelection.builder(planId);
        asked.resourceId().ifPresent(given::resourceId);
        asked.subscriptionId().ifPresent(given::subscriptionId);
        asked.billingPeriod().ifPresent(given::billingPeriod);
        asked.metadata().forEach(given::metadata);
        return given.build();
    }

    Decision decision() {
        return decision;
    }

    SubscriptionRecord begin(CustomerRecord customer, Instant start, Instant now) {
        Optional<Trial> trial = decision == Decision.PREDEFINED_TRIAL_PLAN
                ? Trials.usual(selection.plan(), start)
                : Trials.of(selection, customer, false, start, refusals);
        Beginning beginning = Beginning.at(start).trying(trial);
        boolean waits = trial.isEmpty() && world.payments().isMissing(customer, selection);
        return world.lifecycle().begin(customer, selection, waits ? beginning.awaitingPayment() : beginning, now);
    }
}
