package io.stigg.sdk.billing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an invoice of a subscription goes. Immutable.
 *
 * @param line1 the first line, such as the street
 * @param line2 the second line
 * @param city the city
 * @param state the state
 * @param postalCode the postal code
 * @param country the country's code by ISO 3166-1 alpha-2
 */
public record BillingAddress(
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> city,
        Optional<String> state,
        Optional<String> postalCode,
        Optional<String> country) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public BillingAddress {
        requireNonNull(line1, "line1");
        requireNonNull(line2, "line2");
        requireNonNull(city, "city");
        requireNonNull(state, "state");
        requireNonNull(postalCode, "postalCode");
        requireNonNull(country, "country");
    }
}
