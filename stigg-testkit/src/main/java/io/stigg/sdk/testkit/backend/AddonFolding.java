package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.Explanation.Effect;
import io.stigg.sdk.testkit.Explanation.Origin;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.catalog.Grant;
import java.util.Comparator;
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
     * What parts come to.
     *
     * @param grant what is given
     * @param parts the parts, and what has become of each
     */
    record Folded(Grant grant, List<Part> parts) {}

    /**
     * Folds.
     *
     * @param parts what the plan says, if it says anything, and then the add-ons
     * @return what they come to, empty without any
     */
    static Optional<Folded> fold(List<Part> parts) {
        List<Part> giving = parts.stream().filter(AddonFolding::isGiven).toList();
        Optional<Part> override = giving.stream()
                .filter(part -> isAddon(part) && part.grant().overrides())
                .max(Comparator.comparingDouble(Part::amount));
        List<Part> affected =
                parts.stream().map(part -> part.with(effect(part, override))).toList();
        if (giving.stream().noneMatch(AddonFolding::isAddon)) {
            return parts.stream().findFirst().map(first -> new Folded(first.grant(), affected));
        }
        return Optional.of(new Folded(folded(giving, amount(giving, override)), affected));
    }

    private static boolean isGiven(Part part) {
        return part.grant().kind() != Grant.Kind.REVOKED;
    }

    private static boolean isAddon(Part part) {
        return part.origin() == Origin.ADDON;
    }

    private static Effect effect(Part part, Optional<Part> override) {
        if (!isGiven(part)) {
            return Effect.WITHHOLDS;
        }
        return override.map(largest -> part.equals(largest) ? Effect.OVERRIDES : Effect.REPLACED)
                .orElse(Effect.COUNTS);
    }

    private static Grant folded(List<Part> giving, OptionalDouble amount) {
        List<Grant> grants = giving.stream().map(Part::grant).toList();
        Grant first = grants.get(0);
        boolean unlimited = grants.stream().anyMatch(grant -> grant.kind() == Grant.Kind.UNLIMITED);
        Set<String> values = new LinkedHashSet<>();
        grants.forEach(grant -> values.addAll(grant.values()));
        return new Grant(
                first.featureId(),
                unlimited ? Grant.Kind.UNLIMITED : Grant.Kind.GRANTED,
                unlimited ? OptionalDouble.empty() : amount,
                grants.stream().anyMatch(Grant::hasSoftLimit),
                List.copyOf(values),
                grants.stream().flatMap(grant -> grant.resetPeriod().stream()).findFirst(),
                false,
                first.quantity());
    }

    private static OptionalDouble amount(List<Part> giving, Optional<Part> override) {
        if (override.isPresent()) {
            return OptionalDouble.of(override.get().amount());
        }
        return giving.stream().allMatch(part -> part.grant().limit().isEmpty())
                ? OptionalDouble.empty()
                : OptionalDouble.of(giving.stream().mapToDouble(Part::amount).sum());
    }
}
