package io.stigg.sdk.testkit.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A version of a plan, with those versions of other plans that it inherits from: all that a subscription to it is made of,
 * whatever is published later. Immutable.
 *
 * @param plans the plan itself, its base, the base of that, and so on
 */
public record PlanLineage(List<Plan> plans) {
    /**
     * Checks and copies the plans.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PlanLineage {
        plans = List.copyOf(plans);
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a lineage has a plan");
        }
    }

    /**
     * Returns the plan itself.
     *
     * @return the first of the plans
     */
    public Plan plan() {
        return plans.get(0);
    }

    /**
     * Returns what the plan grants, inherited grants included.
     *
     * @return the grants by feature id, the plan's own where it has one
     */
    public Map<String, Grant> grants() {
        Map<String, Grant> grants = new LinkedHashMap<>();
        plans.forEach(plan -> plan.grants().forEach(grant -> grants.putIfAbsent(grant.featureId(), grant)));
        // Usage that is charged is allowed.
        grants.replaceAll((featureId, grant) -> isCharged(featureId) ? grant.soft() : grant);
        return grants;
    }

    /**
     * Returns the plan whose word on a feature counts.
     *
     * @param featureId the feature's id
     * @return the nearest plan that grants or withholds it, the plan itself if none does
     */
    public Plan stating(String featureId) {
        return plans.stream()
                .filter(plan -> plan.grants().stream()
                        .anyMatch(grant -> grant.featureId().equals(featureId)))
                .findFirst()
                .orElse(plan());
    }

    private boolean isCharged(String featureId) {
        return plans.stream().anyMatch(plan -> plan.offer().charges(featureId));
    }

    /**
     * Returns the credits that the plan grants, inherited ones included.
     *
     * @return the allowances by currency id, the plan's own where it has one
     */
    public Map<String, CreditAllowance> allowances() {
        Map<String, CreditAllowance> allowances = new LinkedHashMap<>();
        plans.forEach(plan ->
                plan.allowances().forEach(allowance -> allowances.putIfAbsent(allowance.currencyId(), allowance)));
        return allowances;
    }

    /**
     * Takes another version of one of the plans over, and what that inherits from.
     *
     * @param version the version, with its lineage
     * @return the changed lineage, empty if no version of that plan is part of this one
     */
    public Optional<PlanLineage> with(PlanLineage version) {
        return IntStream.range(0, plans.size())
                .filter(i -> plans.get(i).id().equals(version.plan().id()))
                .mapToObj(i -> joined(plans.subList(0, i), version.plans))
                .findFirst();
    }

    private static PlanLineage joined(List<Plan> heirs, List<Plan> version) {
        List<Plan> line = new ArrayList<>(heirs);
        line.addAll(version);
        return new PlanLineage(line);
    }
}
