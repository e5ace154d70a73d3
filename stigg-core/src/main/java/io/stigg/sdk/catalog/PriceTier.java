package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A step of a price that depends on the quantity. Immutable.
 *
 * @param upTo the last unit of the tier, empty for the last tier
 * @param unitPrice what each unit costs
 * @param flatPrice what the tier costs, whatever the quantity
 */
public record PriceTier(OptionalDouble upTo, Optional<Money> unitPrice, Optional<Money> flatPrice) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PriceTier {
        requireNonNull(upTo, "upTo");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(flatPrice, "flatPrice");
    }
}
