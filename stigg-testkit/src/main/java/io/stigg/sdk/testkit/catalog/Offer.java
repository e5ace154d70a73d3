package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a plan or an add-on is offered. Immutable.
 *
 * @param description what it is, for people
 * @param prices what it costs
 * @param hiddenFrom the widgets that do not show it
 */
public record Offer(Optional<String> description, List<Price> prices, Set<WidgetType> hiddenFrom) {
    static final Offer NONE = new Offer(Optional.empty(), List.of(), Set.of());

    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Offer {
        requireNonNull(description, "description");
        prices = List.copyOf(prices);
        hiddenFrom = Set.copyOf(hiddenFrom);
    }

    Offer described(String text) {
        return new Offer(Optional.of(text), prices, hiddenFrom);
    }

    Offer priced(Price... amounts) {
        return new Offer(description, List.of(amounts), hiddenFrom);
    }

    Offer hiddenFrom(WidgetType... widgets) {
        return new Offer(description, prices, Set.of(widgets));
    }
}
