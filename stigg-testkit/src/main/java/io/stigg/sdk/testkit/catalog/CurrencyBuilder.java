package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditCurrency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says what a currency of credits is. Not thread-safe; confine it to one thread. */
public final class CurrencyBuilder {
    private final String id;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private String displayName;
    private Optional<String> description = Optional.empty();
    private Optional<String> unit = Optional.empty();
    private Optional<String> units = Optional.empty();

    CurrencyBuilder(String id) {
        this.id = id;
        this.displayName = DisplayNames.of(id, "cred");
    }

    CurrencyBuilder(CreditCurrency currency) {
        this(currency.id());
        metadata.putAll(currency.metadata());
        displayName = currency.displayName();
        description = currency.description();
        unit = currency.unitSingular();
        units = currency.unitPlural();
    }

    /**
     * Names it. Without that its name is made of its id.
     *
     * @param name its name for people
     * @return this builder
     */
    public CurrencyBuilder named(String name) {
        displayName = requireNonNull(name, "name");
        return this;
    }

    /**
     * Describes it.
     *
     * @param text what it is, for people
     * @return this builder
     */
    public CurrencyBuilder described(String text) {
        description = Optional.of(text);
        return this;
    }

    /**
     * Names the credits.
     *
     * @param singular the name of one
     * @param plural the name of several
     * @return this builder
     */
    public CurrencyBuilder inUnits(String singular, String plural) {
        unit = Optional.of(singular);
        units = Optional.of(plural);
        return this;
    }

    /**
     * Attaches something to it.
     *
     * @param key what it is called
     * @param value text, a number, a boolean, or a list or map of them
     * @return this builder
     */
    public CurrencyBuilder metadata(String key, Object value) {
        metadata.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    CreditCurrency build() {
        return new CreditCurrency(id, displayName, description, unit, units, metadata);
    }
}
