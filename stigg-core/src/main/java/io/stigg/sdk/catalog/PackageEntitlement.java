package io.stigg.sdk.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a plan or an add-on grants: a feature or credits. Immutable. */
public sealed interface PackageEntitlement permits PackageFeatureEntitlement, PackageCreditEntitlement {
    /**
     * Returns its id.
     *
     * @return its id
     */
    String id();

    /**
     * Returns whether it grants access.
     *
     * @return whether it grants access
     */
    boolean isGranted();

    /**
     * Returns what it is for.
     *
     * @return what it is for
     */
    Optional<String> description();

    /**
     * Returns what to call it instead of its usual name.
     *
     * @return what to call it instead of its usual name
     */
    Optional<String> displayNameOverride();

    /**
     * Returns which widgets do not show it.
     *
     * @return which widgets do not show it
     */
    List<WidgetType> hiddenFromWidgets();

    /**
     * Returns whether how much of it there is is agreed with each customer.
     *
     * @return whether how much of it there is is agreed with each customer
     */
    boolean isCustom();

    /**
     * Returns where it stands among the others.
     *
     * @return where it stands among the others
     */
    OptionalDouble order();

    /**
     * Returns how it adds to what else grants the same.
     *
     * @return how it adds to what else grants the same
     */
    EntitlementBehavior behavior();
}
