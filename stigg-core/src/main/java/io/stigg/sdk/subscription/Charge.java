package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;

/**
 * A quantity of what is priced per unit: units of a feature, or credits. Immutable.
 *
 * @param id the id of the feature, or of the custom currency
 * @param quantity how many
 * @param type what it is for
 */
public record Charge(String id, double quantity, ChargeType type) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public Charge {
        Arguments.text(id, "id");
        Arguments.amount(quantity, "quantity");
        Arguments.known(type, "type");
    }

    /**
     * Makes a charge for a feature.
     *
     * @param featureId the feature's id
     * @param quantity how many units
     * @return the charge
     * @throws IllegalArgumentException if the id is blank or the quantity is negative
     */
    public static Charge feature(String featureId, double quantity) {
        return new Charge(featureId, quantity, ChargeType.FEATURE);
    }

    /**
     * Makes a charge for credits.
     *
     * @param currencyId the id of the custom currency
     * @param quantity how many credits
     * @return the charge
     * @throws IllegalArgumentException if the id is blank or the quantity is negative
     */
    public static Charge credits(String currencyId, double quantity) {
        return new Charge(currencyId, quantity, ChargeType.CREDIT);
    }
}
