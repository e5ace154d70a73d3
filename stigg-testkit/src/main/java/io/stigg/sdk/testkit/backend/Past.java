package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Catalog;
import java.time.Instant;
import java.util.List;

/** Everything that has happened in an environment up to an instant, from which it can be made again. Immutable. */
public final class Past {
    private final Catalog catalog;
    private final List<Step> steps;
    private final Instant end;

    Past(Catalog catalog, List<Step> steps, Instant end) {
        this.catalog = catalog;
        this.steps = List.copyOf(steps);
        this.end = end;
    }

    /**
     * Returns what was sold at first.
     *
     * @return the catalogue
     */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Returns up to when it goes.
     *
     * @return the instant
     */
    public Instant end() {
        return end;
    }

    List<Step> steps() {
        return steps;
    }
}
