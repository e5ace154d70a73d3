package io.stigg.sdk.testkit.catalog;

import java.util.Set;

/** The ids that a catalogue's JSON has, by section. Immutable. */
final class KnownIds {
    static final String PRODUCTS = "products";
    static final String CURRENCIES = "currencies";
    static final String FEATURES = "features";
    static final String PLANS = "plans";
    static final String ADDONS = "addons";

    private final JsonValue root;

    KnownIds(JsonValue root) {
        this.root = root;
    }

    /** Returns a text that is an id in a section. */
    String of(String section, JsonValue id) {
        return check(section, id.text(), id);
    }

    String[] all(String section, JsonValue ids) {
        return ids.list().stream().map(id -> of(section, id)).toArray(String[]::new);
    }

    /** Returns an id that has to be in a section, and stands at a value. */
    String check(String section, String id, JsonValue at) {
        JsonValue known = root.entries().get(section);
        Set<String> ids = known == null ? Set.of() : known.entries().keySet();
        if (!ids.contains(id)) {
            throw at.wrong("there is no " + id + " in " + section);
        }
        return id;
    }
}
