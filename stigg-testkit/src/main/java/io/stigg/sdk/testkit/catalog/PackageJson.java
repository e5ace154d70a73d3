package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.catalog.TrialBudget;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.catalog.TrialPeriodUnits;
import io.stigg.sdk.catalog.WidgetType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans and add-ons as JSON. */
final class PackageJson {
    private final KnownIds ids;
    private final PriceJson prices;

    PackageJson(KnownIds ids) {
        this.ids = ids;
        this.prices = new PriceJson(ids);
    }

    void read(JsonValue value, PlanBuilder plan) {
        JsonMembers members = value.members();
        if (!members.atMostOne("free", "paid", "custom")) {
            throw members.wrong("must have one of free, paid and custom");
        }
        readShared(members, plan);
        members.change("basedOn", plan, (told, base) -> told.basedOn(ids.of(KnownIds.PLANS, base)));
        members.change("free", plan, (told, yes) -> yes.yes(told.free()));
        members.change("paid", plan, (told, amounts) -> told.paid(prices.readAll(amounts)));
        members.change("custom", plan, (told, amounts) -> told.custom(prices.readAll(amounts)));
        members.change("compatibleWith", plan, (told, addons) -> told.compatibleWith(ids.all(KnownIds.ADDONS, addons)));
        members.change("trial", plan, (told, trial) -> told.trial(trial(trial)));
        members.end();
    }

    void read(JsonValue value, AddonBuilder addon) {
        JsonMembers members = value.members();
        members.atMostOne("paid", "custom");
        readShared(members, addon);
        members.change("paid", addon, (told, amounts) -> told.paid(prices.readAll(amounts)));
        members.change("custom", addon, (told, amounts) -> told.custom(prices.readAll(amounts)));
        members.change("atMost", addon, (told, quantity) -> told.atMost(quantity.count()));
        members.change("needing", addon, (told, addons) -> told.needing(ids.all(KnownIds.ADDONS, addons)));
        members.end();
    }

    private <B extends PackageBuilder<B>> void readShared(JsonMembers members, B shared) {
        members.change("name", shared, (told, name) -> told.named(name.text()));
        members.change("product", shared, (told, product) -> told.in(ids.of(KnownIds.PRODUCTS, product)));
        members.change("description", shared, (told, text) -> told.described(text.text()));
        members.change("grants", shared, (told, grants) -> {
            grants.entries().forEach((id, each) -> told.add(grant(id, each)));
            return told;
        });
        members.change("credits", shared, (told, credits) -> {
            credits.entries().forEach((id, each) -> told.add(credits(id, each)));
            return told;
        });
        members.change("overages", shared, (told, amounts) -> told.chargingOverages(prices.readAll(amounts)));
        members.change(
                "hiddenFrom",
                shared,
                (told, widgets) -> told.hiddenFrom(widgets.list().stream()
                        .map(widget -> widget.constant(WidgetType.class))
                        .toArray(WidgetType[]::new)));
    }

    private Grant grant(String featureId, JsonValue value) {
        ids.check(KnownIds.FEATURES, featureId, value);
        return value.make(() -> GrantJson.read(featureId, value));
    }

    private CreditAllowance credits(String currencyId, JsonValue value) {
        ids.check(KnownIds.CURRENCIES, currencyId, value);
        return value.make(() -> GrantJson.readCredits(currencyId, value, ids));
    }

    private static Trial trial(JsonValue value) {
        JsonMembers members = value.members();
        if (!members.atMostOne("days", "months")) {
            throw members.wrong("must have one of days and months");
        }
        Trial trial = members.take("days")
                .map(days -> days.make(() -> Trial.days(days.count())))
                .or(() -> members.take("months").map(months -> months.make(() -> Trial.months(months.count()))))
                .orElseThrow();
        trial = members.change(
                "then",
                trial,
                (told, end) -> end.constant(TrialEndBehavior.class) == TrialEndBehavior.CONVERT_TO_PAID
                        ? told.thenPaid()
                        : told.thenCancelled());
        trial = members.change("budget", trial, (told, budget) -> told.spendingAtMost(budget.number()));
        members.end();
        return trial;
    }

    static Object write(Plan plan, boolean isInOnlyProduct) {
        JsonDraft draft =
                shared("plan", plan.id(), plan.displayName(), plan.offer()).with("basedOn", plan.baseId());
        if (!isInOnlyProduct) {
            draft.with("product", plan.productId());
        }
        switch (plan.pricingType()) {
            case FREE -> draft.with("free", true);
            case PAID -> draft.with("paid", PriceJson.write(plan.prices()));
            default -> draft.with("custom", PriceJson.write(plan.prices()));
        }
        return granted(draft, plan.grants(), plan.allowances(), plan.offer())
                .sorted("compatibleWith", plan.addons())
                .with("trial", plan.trial().map(PackageJson::write))
                .map();
    }

    static Object write(Addon addon, boolean isInOnlyProduct) {
        JsonDraft draft = shared("addon", addon.id(), addon.displayName(), addon.offer());
        if (!isInOnlyProduct) {
            draft.with("product", addon.productId());
        }
        if (addon.pricingType() == PricingType.CUSTOM) {
            draft.with("custom", PriceJson.write(addon.prices()));
        } else {
            draft.all("paid", PriceJson.write(addon.prices()));
        }
        granted(draft, addon.grants(), addon.allowances(), addon.offer());
        addon.maxQuantity().ifPresent(quantity -> draft.with("atMost", quantity));
        return draft.sorted("needing", addon.dependencies()).map();
    }

    private static JsonDraft shared(String kind, String id, String name, Offer offer) {
        return new JsonDraft()
                .unless(DisplayNames.of(id, kind)::equals, "name", name)
                .with("description", offer.description());
    }

    private static JsonDraft granted(
            JsonDraft draft, List<Grant> grants, List<CreditAllowance> allowances, Offer offer) {
        Map<String, Object> granted = new LinkedHashMap<>();
        grants.forEach(grant -> granted.put(grant.featureId(), GrantJson.write(grant)));
        Map<String, Object> credited = new LinkedHashMap<>();
        allowances.forEach(allowance -> credited.put(allowance.currencyId(), GrantJson.write(allowance)));
        return draft.all("grants", granted)
                .all("credits", credited)
                .all("overages", PriceJson.write(offer.overagePrices()))
                .sorted("hiddenFrom", offer.hiddenFrom());
    }

    private static Object write(DefaultTrialConfig trial) {
        return new JsonDraft()
                .with(trial.units() == TrialPeriodUnits.DAY ? "days" : "months", trial.duration())
                .with("then", trial.trialEndBehavior().map(TrialEndBehavior::name))
                .with("budget", trial.budget().map(TrialBudget::limit))
                .map();
    }
}
