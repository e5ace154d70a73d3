package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Plan;
import java.util.HashMap;
import java.util.Map;

/** What is sold now, and which version of each plan that is. Not thread-safe; guarded by the environment. */
final class CatalogVersions {
    private static final int FIRST = 1;

    private final Map<String, Integer> versions = new HashMap<>();
    private Catalog current;

    CatalogVersions(Catalog first) {
        current = first;
    }

    Catalog current() {
        return current;
    }

    /** The version of a plan that is sold now. */
    int number(Plan plan) {
        return versions.getOrDefault(plan.id(), FIRST);
    }

    /** Sells another version of a plan from now on, and returns its number. */
    int publish(Plan next) {
        current = current.with(next);
        int version = versions.getOrDefault(next.id(), FIRST) + 1;
        versions.put(next.id(), version);
        return version;
    }
}
