package io.stigg.sdk.reliability;

import static io.stigg.sdk.testkit.catalog.Limit.unlimited;

import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.Meter;

/** What is sold here. Nothing is reset, so that only what is changed changes. */
final class Shop {
    static final String API_KEY = "reliability-key";
    static final String SSO = "feature-sso";
    static final String SIZE = "feature-size";
    static final String CALLS = "feature-calls";
    static final String REQUESTS = "feature-requests";
    static final String REPORTS = "feature-reports";
    static final String REQUEST_EVENT = "request";
    static final String SMALL = "plan-small";
    static final String LARGE = "plan-large";
    static final int SMALL_LIMIT = 100;

    private Shop() {}

    static Catalog catalog() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-shop");
        catalog.onOff(SSO);
        catalog.number(SIZE);
        catalog.counter(CALLS);
        catalog.counter(REQUESTS).fedByEvents(Meter.counting(REQUEST_EVENT));
        catalog.counter(REPORTS);
        catalog.plan(SMALL).free().sets(SIZE, 10).meters(CALLS, SMALL_LIMIT);
        catalog.plan(LARGE)
                .free()
                .sets(SIZE, 500)
                .meters(CALLS, 1_000)
                .meters(REQUESTS, unlimited())
                .meters(REPORTS, unlimited());
        return catalog.build();
    }
}
