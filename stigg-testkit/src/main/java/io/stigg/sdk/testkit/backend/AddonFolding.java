package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Grant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a plan and the add-ons of one subscription come to for one feature. Pure.
 *
 * <p>Add-ons add to the plan, each as often as it is there. Where any of them overrides, the largest that does replaces
 * the plan, and the others count for nothing. Where anything is unlimited, all is. The limit is soft if that of any part
 * is. What an add-on grants is granted, whatever the plan withholds.
 */
final class AddonFolding {
    private AddonFolding() {}

    /**
     * An add-on's grant.
     *
     * @param grant what one of it grants
     * @param quantity how many there are
     */
    record AddonGrant(Grant grant, int quantity) {
        double amount() {
            return grant.limit().orElse(0) * quantity;
        }
    }

    static Optional<Grant> fold(Optional<Grant> plan, List<AddonGrant> addons) {
        List<AddonGrant> giving =
                addons.stream().filter(addon -> isGiven(addon.grant)).toList();
        if (giving.isEmpty()) {
            return plan.or(() -> addons.stream().findFirst().map(AddonGrant::grant));
        }
        List<Grant> parts = new ArrayList<>();
        plan.filter(AddonFolding::isGiven).ifPresent(parts::add);
        giving.forEach(addon -> parts.add(addon.grant));
        return Optional.of(folded(parts, amount(plan.filter(AddonFolding::isGiven), giving)));
    }

    private static boolean isGiven(Grant grant) {
        return grant.kind() != Grant.Kind.REVOKED;
    }

    private static Grant folded(List<Grant> parts, OptionalDouble amount) {
        Grant first = parts.get(0);
        boolean unlimited = parts.stream().anyMatch(part -> part.kind() == Grant.Kind.UNLIMITED);
        Set<String> values = new LinkedHashSet<>();
        parts.forEach(part -> values.addAll(part.values()));
        return new Grant(
                first.featureId(),
                unlimited ? Grant.Kind.UNLIMITED : Grant.Kind.GRANTED,
                unlimited ? OptionalDouble.empty() : amount,
                parts.stream().anyMatch(Grant::hasSoftLimit),
                List.copyOf(values),
                parts.stream().flatMap(part -> part.resetPeriod().stream()).findFirst(),
                false,
                first.quantity());
    }

    private static OptionalDouble amount(Optional<Grant> plan, List<AddonGrant> addons) {
        OptionalDouble override = addons.stream()
                .filter(addon -> addon.grant.overrides())
                .mapToDouble(AddonGrant::amount)
                .max();
        if (override.isPresent()) {
            return override;
        }
        boolean none = plan.flatMap(grant -> boxed(grant.limit())).isEmpty()
                && addons.stream().allMatch(addon -> addon.grant.limit().isEmpty());
        double planAmount = plan.flatMap(grant -> boxed(grant.limit())).orElse(0.0);
        double added = addons.stream().mapToDouble(AddonGrant::amount).sum();
        return none ? OptionalDouble.empty() : OptionalDouble.of(planAmount + added);
    }

    private static Optional<Double> boxed(OptionalDouble amount) {
        return amount.isPresent() ? Optional.of(amount.getAsDouble()) : Optional.empty();
    }
}
