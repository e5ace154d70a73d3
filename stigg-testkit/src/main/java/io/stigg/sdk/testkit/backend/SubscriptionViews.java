package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.subscription.SubscribedAddon;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionPrice;
import io.stigg.sdk.subscription.TotalPrice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What is told of subscriptions. Not thread-safe; guarded by the environment. */
final class SubscriptionViews {
    private final World world;

    SubscriptionViews(World world) {
        this.world = world;
    }

    Subscription subscription(SubscriptionRecord record, Instant now) {
        Selection selection = record.selection();
        Optional<Bill> bill = bill(record);
        return new Subscription(
                record.id(),
                record.customerId(),
                record.resourceId(),
                selection.plan().id(),
                record.status(),
                selection.plan().pricingType(),
                selection.addonQuantities(),
                record.start(),
                ended(record).or(record::lastDay),
                ended(record).or(() -> earlier(cancellation(record), record.lastDay())),
                record.trial().map(Trial::end),
                ended(record).or(() -> cancellation(record)),
                new BillingPeriods(record).current(now).flatMap(UsagePeriod::end),
                selection.request().billingId(),
                Optional.empty(),
                Optional.empty(),
                record.payment(),
                Optional.empty(),
                bill.map(SubscriptionViews::prices).orElse(List.of()),
                bill.map(priced -> new TotalPrice(
                        priced.subTotal(),
                        priced.total(),
                        priced.of(io.stigg.sdk.subscription.InvoiceLineType.ADDON_CHARGE))),
                Optional.empty(),
                Map.copyOf(selection.request().metadata()));
    }

    private static Optional<Instant> ended(SubscriptionRecord record) {
        return record.end().map(SubscriptionEnd::at);
    }

    /** When it is cancelled, be it because another one takes its place then. */
    private Optional<Instant> cancellation(SubscriptionRecord record) {
        Optional<Instant> replacement = Stream.ofNullable(world.customers().get(record.customerId()))
                .flatMap(customer -> customer.subscriptions().stream())
                .filter(other -> other.isBeside(record) && !other.hasBegun() && !other.hasEnded())
                .filter(other -> record.isLive() && other.isTrial() == record.isTrial())
                .map(SubscriptionRecord::start)
                .findFirst();
        return earlier(record.cancellation(), replacement);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Optional<Bill> bill(SubscriptionRecord record) {
        return record.selection().plan().pricingType() == PricingType.PAID
                ? Optional.of(Bill.of(
                        record.selection(), new BillingPeriods(record).length().orElse(BillingPeriod.MONTHLY)))
                : Optional.empty();
    }

    private static List<SubscriptionPrice> prices(Bill bill) {
        return bill.items().stream()
                .map(item -> new SubscriptionPrice(
                        Optional.of(item.price().billingModel()),
                        item.price().feature().isPresent()
                                ? OptionalDouble.of(item.quantity())
                                : OptionalDouble.empty(),
                        Optional.of(item.price())))
                .toList();
    }

    SubscriptionDetails details(SubscriptionRecord record, Instant now) {
        CatalogViews catalog = new CatalogViews(world.versions());
        Selection selection = record.selection();
        List<SubscribedAddon> addons = selection.addons().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new SubscribedAddon(catalog.addon(entry.getKey()), entry.getValue()))
                .toList();
        return new SubscriptionDetails(
                subscription(record, now),
                catalog.plan(selection.plan()),
                addons,
                record.payingCustomerId(),
                selection.request().paymentCollectionMethod(),
                record.trial().map(Trial::behavior),
                record.futureUpdates(),
                record.futureUpdates());
    }
}
