package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A feature that a plan or an add-on grants. Immutable.
 *
 * @param id its id
 * @param isGranted whether it grants access
 * @param description what it is for
 * @param displayNameOverride what to call it instead of its usual name
 * @param hiddenFromWidgets which widgets do not show it
 * @param isCustom whether how much of it there is is agreed with each customer
 * @param order where it stands among the others
 * @param behavior how it adds to what else grants the same
 * @param feature the feature
 * @param enumValues the allowed values of a feature that has values
 * @param usageLimit how much of it may be used, empty if that is not limited by a number
 * @param hasUnlimitedUsage whether there is no limit
 * @param hasSoftLimit whether use may go on beyond the limit
 * @param resetPeriod how often usage starts again
 */
public record PackageFeatureEntitlement(
        String id,
        boolean isGranted,
        Optional<String> description,
        Optional<String> displayNameOverride,
        List<WidgetType> hiddenFromWidgets,
        boolean isCustom,
        OptionalDouble order,
        EntitlementBehavior behavior,
        Feature feature,
        List<String> enumValues,
        OptionalDouble usageLimit,
        boolean hasUnlimitedUsage,
        boolean hasSoftLimit,
        Optional<ResetPeriod.Unit> resetPeriod)
        implements PackageEntitlement {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public PackageFeatureEntitlement {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(displayNameOverride, "displayNameOverride");
        hiddenFromWidgets = List.copyOf(hiddenFromWidgets);
        requireNonNull(order, "order");
        requireNonNull(behavior, "behavior");
        requireNonNull(feature, "feature");
        enumValues = List.copyOf(enumValues);
        requireNonNull(usageLimit, "usageLimit");
        requireNonNull(resetPeriod, "resetPeriod");
    }
}
