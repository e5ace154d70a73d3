package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.subscription.CancellationTime;

/** Products and their journeys as JSON. */
final class ProductJson {
    private ProductJson() {}

    static void read(JsonValue value, ProductBuilder product, KnownIds ids) {
        JsonMembers members = value.members();
        members.atMostOne("startingWith", "startingWithTrialOf");
        members.change("name", product, (told, name) -> told.named(name.text()));
        members.change("perResource", product, (told, yes) -> yes.yes(told.perResource()));
        members.change("startingWith", product, (told, plan) -> told.startingWith(ids.of(KnownIds.PLANS, plan)));
        members.change(
                "startingWithTrialOf", product, (told, plan) -> told.startingWithTrialOf(ids.of(KnownIds.PLANS, plan)));
        members.change("delayingDowngrades", product, (told, yes) -> yes.yes(told.delayingDowngrades()));
        members.change(
                "resettingUsage", product, (told, reset) -> told.resettingUsage(reset.constant(UsageReset.class)));
        members.change("cancelledAt", product, (told, time) -> told.cancelledAt(cancellation(time)));
        members.change("endingWith", product, (told, plan) -> told.endingWith(ids.of(KnownIds.PLANS, plan)));
        members.change(
                "cancelling", product, (told, products) -> told.cancelling(ids.all(KnownIds.PRODUCTS, products)));
        members.end();
    }

    private static CancellationTime cancellation(JsonValue value) {
        CancellationTime time = value.constant(CancellationTime.class);
        if (time == CancellationTime.SPECIFIC_DATE) {
            throw value.wrong("must be IMMEDIATE or END_OF_BILLING_PERIOD, not " + time);
        }
        return time;
    }

    static Object write(Product product) {
        Journey journey = product.journey();
        JsonDraft draft = new JsonDraft()
                .unless(DisplayNames.of(product.id(), "product")::equals, "name", product.displayName())
                .flag("perResource", product.isPerResource())
                .with(
                        journey.start().kind() == JourneyStart.Kind.FREE_PLAN ? "startingWith" : "startingWithTrialOf",
                        journey.start().planId())
                .flag("delayingDowngrades", journey.delaysDowngrades())
                .unless(
                        Journey.DEFAULT.usageReset().name()::equals,
                        "resettingUsage",
                        journey.usageReset().name())
                .unless(
                        Journey.DEFAULT.cancellation().name()::equals,
                        "cancelledAt",
                        journey.cancellation().name())
                .with("endingWith", journey.freePlanAtEnd());
        return draft.sorted("cancelling", journey.cancels()).map();
    }
}
