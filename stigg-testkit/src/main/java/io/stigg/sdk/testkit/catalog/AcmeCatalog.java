package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.testkit.catalog.Limit.asAgreed;
import static io.stigg.sdk.testkit.catalog.Limit.asBought;
import static io.stigg.sdk.testkit.catalog.Limit.unlimited;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Prices.yearly;
import static io.stigg.sdk.testkit.catalog.Term.every;
import static io.stigg.sdk.testkit.catalog.Term.everyCalendarMonth;
import static io.stigg.sdk.testkit.catalog.Term.everyMonth;
import static io.stigg.sdk.testkit.catalog.Term.overriding;
import static io.stigg.sdk.testkit.catalog.Term.softLimit;
import static io.stigg.sdk.testkit.catalog.Trial.days;
import static java.time.DayOfWeek.MONDAY;

import java.time.Instant;

/**
 * A catalogue with a bit of everything, for tests and examples: a product with a free, two paid and a custom plan, and a
 * product whose plans each resource of a customer subscribes to. Immutable.
 */
public final class AcmeCatalog {
    private static final String ACME = "product-acme";
    private static final String SITES = "product-sites";

    private AcmeCatalog() {}

    /**
     * Makes the catalogue.
     *
     * @return the catalogue
     */
    public static Catalog create() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product(ACME);
        catalog.product(SITES).named("Acme sites").perResource();
        catalog.currency("cred-ai").named("cred-ai");
        addFeatures(catalog);
        addPlans(catalog);
        addEnterprise(catalog);
        addSites(catalog);
        addAddons(catalog);
        catalog.coupon("coupon-launch").percentOff(20).forMonths(3).createdAt(Instant.parse("2025-01-01T00:00:00Z"));
        return catalog.build();
    }

    private static void addFeatures(CatalogBuilder catalog) {
        catalog.onOff("feature-sso").named("Single sign-on");
        catalog.onOff("feature-analytics");
        catalog.onOff("feature-legacy-reports");
        catalog.onOff("feature-domain").named("Own domain");
        catalog.number("feature-file-size").inUnits("MB", "MB");
        catalog.choice("feature-support", "community", "email", "phone");
        catalog.level("feature-seats").inUnits("seat", "seats");
        catalog.counter("feature-api-calls").named("API calls").inUnits("call", "calls");
        catalog.counter("feature-exports").inUnits("export", "exports");
        catalog.counter("feature-mau")
                .named("Monthly active users")
                .inUnits("user", "users")
                .fedByEvents(Meter.unique("user_login", "user_id"));
        catalog.level("feature-pages").inUnits("page", "pages");
        catalog.counter("feature-ai-tokens")
                .named("AI tokens")
                .inUnits("token", "tokens")
                .costing(1, "cred-ai");
    }

    private static void addPlans(CatalogBuilder catalog) {
        catalog.plan("plan-free")
                .in(ACME)
                .free()
                .sets("feature-file-size", 10)
                .allows("feature-support", "community")
                .meters("feature-seats", 2)
                .meters("feature-api-calls", 100, everyMonth())
                .meters("feature-exports", 3, every(MONDAY))
                .meters("feature-mau", 10, everyCalendarMonth());
        catalog.plan("plan-basic")
                .in(ACME)
                .paid(monthly(usd(10)), yearly(usd(100)))
                .grants("feature-analytics")
                .sets("feature-file-size", 100)
                .allows("feature-support", "community", "email")
                .meters("feature-seats", 5)
                .meters("feature-api-calls", 1_000, everyMonth())
                .meters("feature-exports", 10, every(MONDAY))
                .meters("feature-mau", 100, everyCalendarMonth())
                .compatibleWith("addon-calls", "addon-calls-xl", "addon-sso", "addon-insights");
        catalog.plan("plan-pro")
                .in(ACME)
                .basedOn("plan-basic")
                .paid(
                        monthly(usd(50)),
                        perUnit("feature-seats", monthly(usd(10))).between(3, 100),
                        yearly(usd(500)),
                        perUnit("feature-seats", yearly(usd(100))).between(3, 100))
                .grants("feature-sso")
                .withholds("feature-legacy-reports")
                .sets("feature-file-size", 500)
                .allows("feature-support", "community", "email", "phone")
                .meters("feature-seats", asBought(3, 100))
                .meters("feature-api-calls", 10_000, softLimit(), everyMonth())
                .meters("feature-mau", 1_000, everyCalendarMonth())
                // Its wallet is what bounds it.
                .meters("feature-ai-tokens", unlimited(), everyMonth())
                .credits("cred-ai", 500, everyMonth())
                .trial(days(14).thenCancelled())
                .compatibleWith("addon-calls", "addon-calls-xl");
    }

    private static void addEnterprise(CatalogBuilder catalog) {
        catalog.plan("plan-ent")
                .named("Enterprise")
                .in(ACME)
                .custom()
                .grants("feature-sso", "feature-analytics", "feature-legacy-reports")
                .sets("feature-file-size", asAgreed())
                .allows("feature-support", "community", "email", "phone")
                .meters("feature-seats", asAgreed())
                .meters("feature-api-calls", unlimited(), everyMonth())
                .meters("feature-exports", unlimited(), every(MONDAY))
                .meters("feature-mau", unlimited(), everyCalendarMonth())
                .meters("feature-ai-tokens", unlimited(), everyMonth())
                // What is consumed is invoiced as agreed.
                .credits("cred-ai", 0, everyMonth(), softLimit());
    }

    private static void addSites(CatalogBuilder catalog) {
        catalog.plan("plan-site-starter")
                .in(SITES)
                .free()
                .meters("feature-pages", 5)
                .meters("feature-seats", 1);
        catalog.plan("plan-site-plus")
                .in(SITES)
                .paid(monthly(usd(20)), yearly(usd(200)))
                .meters("feature-pages", 50)
                .meters("feature-seats", 25)
                .grants("feature-domain");
    }

    private static void addAddons(CatalogBuilder catalog) {
        catalog.addon("addon-calls")
                .named("More calls")
                .in(ACME)
                .meters("feature-api-calls", 1_000, everyMonth())
                .atMost(5)
                .paid(monthly(usd(5)), yearly(usd(50)));
        catalog.addon("addon-calls-xl")
                .named("Many more calls")
                .in(ACME)
                .meters("feature-api-calls", 50_000, overriding(), everyMonth())
                .paid(monthly(usd(30)), yearly(usd(300)));
        catalog.addon("addon-sso")
                .named("Single sign-on")
                .in(ACME)
                .grants("feature-sso")
                .paid(monthly(usd(15)), yearly(usd(150)));
        catalog.addon("addon-insights")
                .in(ACME)
                .grants("feature-analytics")
                .needing("addon-calls")
                .paid(monthly(usd(10)), yearly(usd(100)));
    }
}
