package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.PlanSelection;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over subscriptions: all of a request or none, and at once, where Stigg itself takes its time. Not thread-safe;
 * guarded by the environment.
 */
final class SubscriptionImports {
    private static final Refusals REFUSALS = new Refusals("ImportSubscriptionsBulk");
    private final World world;

    SubscriptionImports(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.write(ImportSubscriptionsBulk.class, this::take);
    }

    private Optional<String> take(ImportSubscriptionsBulk request, Moment moment) {
        List<Row> rows = request.subscriptions().stream()
                .map(asked -> check(asked, moment.now()))
                .toList();
        Set<CustomerScope> reached = new LinkedHashSet<>();
        rows.forEach(row -> {
            take(row, moment.now());
            reached.addAll(row.customer().reachedFrom(row.asked().resourceId()));
        });
        world.news().entitlements(reached, moment.now());
        return Optional.empty();
    }

    private Row check(ImportSubscription asked, Instant now) {
        CustomerRecord customer = world.existing(asked.customerId(), REFUSALS);
        Instant start = asked.startDate().orElse(now);
        if (asked.endDate().filter(end -> !end.isAfter(start)).isPresent()) {
            throw REFUSALS.because(ErrorCode.INVALID_CANCELLATION_DATE, "It would end before it starts");
        }
        Optional<SubscriptionRecord> known = asked.subscriptionId().flatMap(world::subscription);
        Selection selection = world.provisioning().rules(REFUSALS.operation()).check(selection(asked));
        if (known.filter(one -> !customer.subscriptions().contains(one)).isPresent()) {
            world.provisioning().checkId(selection, REFUSALS);
        }
        return new Row(asked, customer, known, selection);
    }

    private static PlanSelection selection(ImportSubscription asked) {
        PlanSelection.Builder selection = PlanSelection.builder(asked.planId())
                .addons(asked.addons())
                .charges(asked.charges())
                .entitlements(asked.entitlements())
                .subscriptionEntitlements(asked.subscriptionEntitlements());
        asked.unitQuantity().ifPresent(selection::unitQuantity);
        asked.quantities().forEach(selection::quantity);
        asked.metadata().forEach(selection::metadata);
        asked.subscriptionId().ifPresent(selection::subscriptionId);
        asked.resourceId().ifPresent(selection::resourceId);
        asked.billingPeriod().ifPresent(selection::billingPeriod);
        return selection.build();
    }

    /** One of the same id goes, as if it had never been. */
    private void take(Row row, Instant now) {
        row.known().ifPresent(row.customer().subscriptions()::remove);
        Instant start = row.asked().startDate().orElse(now);
        Beginning beginning = new Beginning(
                start, Optional.empty(), Optional.empty(), row.asked().endDate(), Optional.empty(), false);
        world.lifecycle().begin(row.customer(), row.selection(), beginning, now);
    }

    private record Row(
            ImportSubscription asked,
            CustomerRecord customer,
            Optional<SubscriptionRecord> known,
            Selection selection) {}
}
