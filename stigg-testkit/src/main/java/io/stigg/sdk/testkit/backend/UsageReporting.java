package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.backend.CustomerRecord.Reported;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Accepts calculated usage, or refuses it. Not thread-safe; guarded by the environment. */
final class UsageReporting {
    private final World world;
    private long measurements;
    private boolean refusesPastLimits;

    UsageReporting(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.write(ReportUsage.class, this::report).write(ReportUsageBulk.class, this::report);
    }

    void refusePastLimits() {
        refusesPastLimits = true;
    }

    private UsageAck report(ReportUsage report, Moment moment) {
        return accept(List.of(report), new Refusals("ReportUsage"), moment.now())
                .get(0);
    }

    private List<UsageAck> report(ReportUsageBulk bulk, Moment moment) {
        return accept(bulk.usages(), new Refusals("ReportUsageBulk"), moment.now());
    }

    /** All of them, or none if one is refused. */
    private List<UsageAck> accept(List<ReportUsage> reports, Refusals refusals, Instant now) {
        UsageRules rules = new UsageRules(world, refusals, refusesPastLimits, now);
        reports.forEach(rules::check);
        Set<Use> uses = new LinkedHashSet<>();
        List<UsageAck> acks = new ArrayList<>();
        for (ReportUsage report : reports) {
            CustomerRecord customer = world.existing(report.scope().customerId(), refusals);
            Reported before = customer.reports().get(report.idempotencyKey());
            if (before == null) {
                Use use = new Use(customer, report.scope(), feature(report.featureId(), refusals));
                uses.add(use);
                acks.add(accept(report, use, now));
            } else {
                acks.add(ack(before, use(before, customer, refusals), 0, now));
            }
        }
        world.news().used(uses, now);
        return acks;
    }

    private CatalogFeature feature(String id, Refusals refusals) {
        return world.catalog().feature(id).orElseThrow(() -> refusals.featureNotFound(id));
    }

    private Use use(Reported reported, CustomerRecord customer, Refusals refusals) {
        return new Use(customer, reported.scope(), feature(reported.featureId(), refusals));
    }

    private UsageAck accept(ReportUsage report, Use use, Instant now) {
        Reported accepted = new Reported("measurement-" + ++measurements, report.scope(), report.featureId());
        use.customer().reports().put(report.idempotencyKey(), accepted);
        use.customer().measurements().add(report);
        double units = record(report, use, now);
        return ack(accepted, use, use.charge(units, accepted.measurementId(), now), now);
    }

    /** Returns by how much usage of the current period has grown. */
    private double record(ReportUsage report, Use use, Instant now) {
        // A reporter's clock may be ahead; what it reports has happened all the same.
        Instant at = report.createdAt().filter(now::isAfter).orElse(now);
        UsagePeriod period = fact(use, now).usage().period();
        double before = use.log().usage(period, now).currentUsage();
        use.log().add(at, report.value(), report.updateBehavior(), report.dimensions(), now);
        return TransformedUnits.exact(
                use.feature().feature(), use.log().usage(period, now).currentUsage() - before);
    }

    private FeatureFact fact(Use use, Instant now) {
        return calculation(use, now)
                .feature(use.feature())
                .orElseGet(() -> FeatureFact.of(use.feature().feature()));
    }

    private EntitlementCalculation calculation(Use use, Instant now) {
        return new EntitlementCalculation(world.catalog(), use.customer(), use.scope(), now);
    }

    private UsageAck ack(Reported reported, Use use, double consumed, Instant now) {
        FeatureFact fact = fact(use, now);
        CustomerScope scope = reported.scope();
        return new UsageAck(
                reported.measurementId(),
                scope,
                reported.featureId(),
                OptionalDouble.of(fact.usage().currentUsage()),
                fact.usage().period(),
                Optional.of(now),
                calculation(use, now).walletOf(use.feature()).map(wallet -> credit(wallet, consumed, now)));
    }

    private static UsageAck.Credit credit(CreditFact wallet, double consumed, Instant now) {
        return new UsageAck.Credit(
                wallet.currency().id(),
                consumed,
                wallet.usage().currentUsage(),
                wallet.usage().period().end(),
                Optional.of(now));
    }
}
