package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.testkit.catalog.Grant.agreed;
import static io.stigg.sdk.testkit.catalog.Grant.limited;
import static io.stigg.sdk.testkit.catalog.Grant.perUnit;
import static io.stigg.sdk.testkit.catalog.Grant.revoked;
import static io.stigg.sdk.testkit.catalog.Grant.unlimited;
import static io.stigg.sdk.testkit.catalog.Grant.values;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.time.Instant;

/**
 * A catalogue with a bit of everything, for tests and examples: a product with a free, two paid and a custom plan, and a
 * product whose plans each resource of a customer subscribes to. Immutable.
 */
public final class AcmeCatalog {
    private static final ResetPeriod MONTHLY = ResetPeriod.of(Unit.MONTH);
    private static final ResetPeriod CALENDAR_MONTHLY = new ResetPeriod(Unit.MONTH, Alignment.START_OF_THE_MONTH);
    private static final ResetPeriod EVERY_MONDAY = new ResetPeriod(Unit.WEEK, Alignment.EVERY_MONDAY);
    private static final String ACME = "product-acme";
    private static final String SITES = "product-sites";
    private static final Instant OPENING = Instant.parse("2025-01-01T00:00:00Z");
    private static final CatalogFeature SEATS =
            CatalogFeature.fluctuating("feature-seats", "Seats").inUnits("seat", "seats");

    private AcmeCatalog() {}

    /**
     * Makes the catalogue.
     *
     * @return the catalogue
     */
    public static Catalog create() {
        return Catalog.builder()
                .products(Product.of(ACME, "Acme"), Product.perResource(SITES, "Acme sites"))
                .currencies(CreditCurrency.of("cred-ai"))
                .features(features())
                .plans(free(), basic(), pro(), enterprise(), siteStarter(), sitePlus())
                .addons(addons())
                .coupons(Coupon.percentage("coupon-launch", "Launch", 20, OPENING))
                .build();
    }

    private static CatalogFeature[] features() {
        return new CatalogFeature[] {
            CatalogFeature.onOff("feature-sso", "Single sign-on"),
            CatalogFeature.onOff("feature-analytics", "Analytics"),
            CatalogFeature.onOff("feature-legacy-reports", "Legacy reports"),
            CatalogFeature.onOff("feature-domain", "Own domain"),
            CatalogFeature.numeric("feature-file-size", "File size").inUnits("MB", "MB"),
            CatalogFeature.choice("feature-support", "Support", "community", "email", "phone"),
            SEATS,
            CatalogFeature.incremental("feature-api-calls", "API calls").inUnits("call", "calls"),
            CatalogFeature.incremental("feature-exports", "Exports").inUnits("export", "exports"),
            CatalogFeature.incremental("feature-mau", "Monthly active users")
                    .inUnits("user", "users")
                    .fedByEvents(Meter.unique("user_login", "user_id")),
            CatalogFeature.fluctuating("feature-pages", "Pages").inUnits("page", "pages"),
            CatalogFeature.incremental("feature-ai-tokens", "AI tokens")
                    .inUnits("token", "tokens")
                    .costing(1, "cred-ai"),
        };
    }

    private static Plan free() {
        return Plan.free("plan-free", "Free", ACME)
                .granting(
                        limited("feature-file-size", 10),
                        values("feature-support", "community"),
                        limited("feature-seats", 2),
                        limited("feature-api-calls", 100).resetting(MONTHLY),
                        limited("feature-exports", 3).resetting(EVERY_MONDAY),
                        limited("feature-mau", 10).resetting(CALENDAR_MONTHLY));
    }

    private static Plan basic() {
        return Plan.paid("plan-basic", "Basic", ACME)
                .granting(
                        Grant.of("feature-analytics"),
                        limited("feature-file-size", 100),
                        values("feature-support", "community", "email"),
                        limited("feature-seats", 5),
                        limited("feature-api-calls", 1_000).resetting(MONTHLY),
                        limited("feature-exports", 10).resetting(EVERY_MONDAY),
                        limited("feature-mau", 100).resetting(CALENDAR_MONTHLY))
                .compatibleWith("addon-calls", "addon-calls-xl", "addon-sso", "addon-insights")
                .priced(monthly("10"), yearly("100"));
    }

    private static Plan pro() {
        return Plan.paid("plan-pro", "Pro", ACME)
                .basedOn("plan-basic")
                .granting(
                        Grant.of("feature-sso"),
                        revoked("feature-legacy-reports"),
                        limited("feature-file-size", 500),
                        values("feature-support", "community", "email", "phone"),
                        perUnit("feature-seats", 3, 100),
                        limited("feature-api-calls", 10_000).soft().resetting(MONTHLY),
                        limited("feature-mau", 1_000).resetting(CALENDAR_MONTHLY),
                        // Its wallet is what bounds it.
                        unlimited("feature-ai-tokens").resetting(MONTHLY))
                .granting(CreditAllowance.monthly("cred-ai", 500))
                .compatibleWith("addon-calls", "addon-calls-xl")
                .priced(
                        monthly("50"),
                        eachSeat(BillingPeriod.MONTHLY, "10"),
                        yearly("500"),
                        eachSeat(BillingPeriod.ANNUALLY, "100"));
    }

    private static Plan enterprise() {
        return Plan.custom("plan-ent", "Enterprise", ACME)
                .granting(
                        Grant.of("feature-sso"),
                        Grant.of("feature-analytics"),
                        Grant.of("feature-legacy-reports"),
                        agreed("feature-file-size"),
                        values("feature-support", "community", "email", "phone"),
                        agreed("feature-seats"),
                        unlimited("feature-api-calls").resetting(MONTHLY),
                        unlimited("feature-exports").resetting(EVERY_MONDAY),
                        unlimited("feature-mau").resetting(CALENDAR_MONTHLY),
                        unlimited("feature-ai-tokens").resetting(MONTHLY))
                // What is consumed is invoiced as agreed.
                .granting(CreditAllowance.monthly("cred-ai", 0).soft());
    }

    private static Plan siteStarter() {
        return Plan.free("plan-site-starter", "Site starter", SITES)
                .granting(limited("feature-pages", 5), limited("feature-seats", 1));
    }

    private static Plan sitePlus() {
        return Plan.paid("plan-site-plus", "Site plus", SITES)
                .granting(limited("feature-pages", 50), limited("feature-seats", 25), Grant.of("feature-domain"))
                .priced(monthly("20"), yearly("200"));
    }

    private static Addon[] addons() {
        Grant calls = limited("feature-api-calls", 1_000).resetting(MONTHLY);
        return new Addon[] {
            Addon.of("addon-calls", "More calls", ACME, calls).atMost(5).priced(monthly("5"), yearly("50")),
            Addon.of(
                            "addon-calls-xl",
                            "Many more calls",
                            ACME,
                            calls.withLimit(50_000).overriding())
                    .priced(monthly("30"), yearly("300")),
            Addon.of("addon-sso", "Single sign-on", ACME, Grant.of("feature-sso"))
                    .priced(monthly("15"), yearly("150")),
            Addon.of("addon-insights", "Insights", ACME, Grant.of("feature-analytics"))
                    .needing("addon-calls")
                    .priced(monthly("10"), yearly("100")),
        };
    }

    private static Price monthly(String dollars) {
        return Price.flat(BillingPeriod.MONTHLY, Money.of(dollars, "USD"));
    }

    private static Price yearly(String dollars) {
        return Price.flat(BillingPeriod.ANNUALLY, Money.of(dollars, "USD"));
    }

    private static Price eachSeat(BillingPeriod period, String dollars) {
        return Price.perUnit(SEATS.feature(), period, Money.of(dollars, "USD")).between(3, 100);
    }
}
