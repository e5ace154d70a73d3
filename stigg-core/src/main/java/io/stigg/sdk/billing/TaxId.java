package io.stigg.sdk.billing;

import io.stigg.sdk.argument.Arguments;

/**
 * An id by which a tax office knows a customer. Immutable.
 *
 * @param type what kind of id, such as {@code eu_vat}
 * @param value the id
 */
public record TaxId(String type, String value) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public TaxId {
        Arguments.text(type, "type");
        Arguments.text(value, "value");
    }
}
