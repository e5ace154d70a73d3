package io.stigg.sdk.testkit.catalog;

import java.util.Locale;

/** What things are called whose name nobody says. */
final class DisplayNames {
    private DisplayNames() {}

    /** Makes a name of an id: {@code plan-site-plus} is the plan "Site plus". */
    static String of(String id, String kind) {
        String own = id.startsWith(kind + "-") ? id.substring(kind.length() + 1) : id;
        String words = own.isEmpty() ? id : own.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
