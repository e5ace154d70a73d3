package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * A currency of credits. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param description its description
 * @param unitSingular the name of one credit
 * @param unitPlural the name of several credits
 * @param metadata what the catalogue's owner attached: text, numbers, booleans, lists and maps of them
 */
public record CreditCurrency(
        String id,
        String displayName,
        Optional<String> description,
        Optional<String> unitSingular,
        Optional<String> unitPlural,
        Map<String, Object> metadata) {
    /**
     * Copies the metadata.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditCurrency {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Describes a currency by its id.
     *
     * @param id its id, also taken for its name
     * @return the currency
     */
    public static CreditCurrency of(String id) {
        return new CreditCurrency(id, id, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
