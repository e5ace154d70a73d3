package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.catalog.Limit.asBought;
import static io.stigg.sdk.testkit.catalog.Limit.unlimited;
import static io.stigg.sdk.testkit.catalog.Prices.beyond;
import static io.stigg.sdk.testkit.catalog.Prices.graduated;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.perUse;
import static io.stigg.sdk.testkit.catalog.Prices.upTo;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Prices.volume;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static io.stigg.sdk.testkit.catalog.Term.forEach;

import io.stigg.sdk.entitlement.UnitTransformation.Rounding;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import java.time.Instant;

/** A Stigg that sells by use, in tiers, and credits by the seat. */
final class Metered {
    private Metered() {}

    static Conversation stigg() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-a").cancelling("product-b");
        catalog.product("product-b").perResource();
        catalog.counter("feature-calls");
        catalog.counter("feature-traffic").dividedBy(1_000, Rounding.UP);
        catalog.level("feature-seats");
        catalog.currency("cred-ai");
        catalog.plan("plan-usage")
                .in("product-a")
                .paid(monthly(usd(5)), perUse("feature-calls", monthly(graduated(upTo(5, usd(10)), beyond(usd(8))))))
                .meters("feature-calls", unlimited(), everyMonth())
                .meters("feature-traffic", 3, everyMonth());
        catalog.plan("plan-overage")
                .in("product-a")
                .paid(monthly(usd(5)))
                .meters("feature-calls", 10, everyMonth())
                .chargingOverages(perUse("feature-calls", monthly(usd(1))));
        catalog.plan("plan-graduated")
                .in("product-a")
                .paid(perUnit("feature-seats", monthly(graduated(upTo(5, usd(10)), beyond(usd(8))))))
                .meters("feature-seats", asBought(1, 100));
        catalog.plan("plan-volume")
                .in("product-a")
                .paid(perUnit("feature-seats", monthly(volume(upTo(5, usd(10)), beyond(usd(8))))))
                .meters("feature-seats", asBought(1, 100))
                .credits("cred-ai", 100, everyMonth(), forEach("feature-seats"));
        catalog.plan("plan-cheap").in("product-a").paid(monthly(usd(1)));
        catalog.plan("plan-site").in("product-b").paid(monthly(usd(1))).meters("feature-calls", 1, everyMonth());
        StiggBackend backend = StiggBackend.of(catalog.build(), FakeClock.at(Instant.parse("2025-01-15T10:00:00Z")));
        return new Conversation(backend, backend.connect());
    }
}
