package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.Feature;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Credits that a plan or an add-on grants. Immutable.
 *
 * @param id its id
 * @param isGranted whether it grants access
 * @param description what it is for
 * @param displayNameOverride what to call it instead of its usual name
 * @param hiddenFromWidgets which widgets do not show it
 * @param isCustom whether how much of it there is is agreed with each customer
 * @param order where it stands among the others
 * @param behavior how it adds to what else grants the same
 * @param customCurrencyId the currency's id
 * @param customCurrency the currency
 * @param amount how many credits each time
 * @param cadence how often
 * @param hasSoftLimit whether use may go on when they are gone
 * @param dependencyFeature the feature whose quantity multiplies the amount
 */
public record PackageCreditEntitlement(
        String id,
        boolean isGranted,
        Optional<String> description,
        Optional<String> displayNameOverride,
        List<WidgetType> hiddenFromWidgets,
        boolean isCustom,
        OptionalDouble order,
        EntitlementBehavior behavior,
        String customCurrencyId,
        CustomCurrency customCurrency,
        OptionalDouble amount,
        CreditCadence cadence,
        boolean hasSoftLimit,
        Optional<Feature> dependencyFeature)
        implements PackageEntitlement {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public PackageCreditEntitlement {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(displayNameOverride, "displayNameOverride");
        hiddenFromWidgets = List.copyOf(hiddenFromWidgets);
        requireNonNull(order, "order");
        requireNonNull(behavior, "behavior");
        requireNonNull(customCurrencyId, "customCurrencyId");
        requireNonNull(customCurrency, "customCurrency");
        requireNonNull(amount, "amount");
        requireNonNull(cadence, "cadence");
        requireNonNull(dependencyFeature, "dependencyFeature");
    }
}
