package io.stigg.sdk.offline;

import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.OptimisticCreditBalance;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageAck;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts what is reported, for as long as the client lives, so that limits bite. What is reported of an entitlement that is
 * not stated is not counted. Thread-safe.
 */
@Singleton
final class CountsLocally implements Counting {
    /** How many reports are remembered, so that one that is sent again counts once. */
    private static final int MOST_REPORTS = 10_000;

    private final Present present;
    private final OfflineEntitlementCache cache;
    private final SdkClock clock;
    private final Map<CustomerScope, Map<EntitlementRef, Usage>> counted = new HashMap<>();
    private final Map<Object, Object> answered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST_REPORTS;
        }
    };
    private Instant last = Instant.MIN;

    @Inject
    CountsLocally(Present present, OfflineEntitlementCache cache, SdkClock clock) {
        this.present = present;
        this.cache = cache;
        this.clock = clock;
    }

    /** Two reports with the same are one. */
    private record Report(Class<?> type, String customerId, String idempotencyKey) {}

    @Override
    public synchronized Optional<EntitlementSnapshot> of(CustomerScope scope) {
        return present.of(scope).map(this::counted);
    }

    private EntitlementSnapshot counted(EntitlementSnapshot stated) {
        Map<EntitlementRef, Usage> own = counted.getOrDefault(stated.scope(), Map.of());
        if (own.isEmpty()) {
            return stated;
        }
        List<EntitlementFact> facts = new ArrayList<>();
        for (EntitlementFact fact : stated.entitlements()) {
            Usage usage = own.get(fact.ref());
            facts.add(usage == null ? fact : fact.withUsage(usage));
        }
        return new EntitlementSnapshot(stated.scope(), facts, stated.denial(), stated.updatedAt(), stated.fetchedAt());
    }

    @Override
    public synchronized UsageAck count(ReportUsage report) {
        return once(
                new Report(ReportUsage.class, report.scope().customerId(), report.idempotencyKey()),
                UsageAck.class,
                now -> counted(report, now));
    }

    private UsageAck counted(ReportUsage report, Instant now) {
        Optional<FeatureFact> feature = find(report.scope(), EntitlementRef.feature(report.featureId()))
                .map(FeatureFact.class::cast)
                .filter(fact -> fact.feature().isMetered());
        Optional<Usage> usage = feature.map(fact -> {
            double before = current(fact, now);
            double after = report.updateBehavior() == UpdateBehavior.SET ? report.value() : before + report.value();
            return put(report.scope(), fact, Math.max(0, after), now);
        });
        return new UsageAck(
                UUID.randomUUID().toString(),
                report.scope(),
                report.featureId(),
                usage.map(Usage::currentUsage).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                usage.map(Usage::period).orElse(UsagePeriod.none()),
                Optional.of(now),
                feature.flatMap(FeatureFact::creditRate).flatMap(rate -> cost(report, rate, now)));
    }

    private Optional<UsageAck.Credit> cost(ReportUsage report, CreditRate rate, Instant now) {
        double credits = report.updateBehavior() == UpdateBehavior.DELTA ? rate.amount() * report.value() : 0;
        return credits <= 0
                ? Optional.empty()
                : consume(report.scope(), rate.currencyId(), credits, now)
                        .map(wallet -> new UsageAck.Credit(
                                rate.currencyId(),
                                credits,
                                wallet.currentUsage(),
                                wallet.usagePeriodEnd(),
                                Optional.of(now)));
    }

    @Override
    public synchronized CreditConsumption count(ConsumeCredits consumption) {
        return once(
                new Report(ConsumeCredits.class, consumption.scope().customerId(), consumption.idempotencyKey()),
                CreditConsumption.class,
                now -> new CreditConsumption(
                        consumption.scope(),
                        consumption.currencyId(),
                        consumption.amount(),
                        now,
                        consume(consumption.scope(), consumption.currencyId(), consumption.amount(), now)));
    }

    private Optional<OptimisticCreditBalance> consume(
            CustomerScope scope, String currencyId, double amount, Instant now) {
        return find(scope, EntitlementRef.credit(currencyId))
                .map(CreditFact.class::cast)
                .map(wallet -> {
                    Usage usage = put(scope, wallet, wallet.usage().currentUsage() + amount, now);
                    return new OptimisticCreditBalance(
                            currencyId,
                            usage.currentUsage(),
                            wallet.usageLimit(),
                            usage.period().end(),
                            now);
                });
    }

    private Optional<EntitlementFact> find(CustomerScope scope, EntitlementRef ref) {
        return of(scope).stream()
                .map(EntitlementSnapshot::entitlements)
                .flatMap(List::stream)
                .filter(fact -> fact.ref().equals(ref))
                .findFirst();
    }

    /** What has been used in the period that it is now. */
    private static double current(FeatureFact fact, Instant now) {
        boolean isOver =
                fact.usage().period().end().map(end -> !now.isBefore(end)).orElse(false);
        return isOver ? 0 : fact.usage().currentUsage();
    }

    private Usage put(CustomerScope scope, EntitlementFact fact, double amount, Instant now) {
        Usage usage = new Usage(amount, period(fact, now), Optional.of(now));
        counted.computeIfAbsent(scope, known -> new HashMap<>()).put(fact.ref(), usage);
        cache.applyUsage(new UsageReading(scope, fact.ref(), usage));
        return usage;
    }

    private static UsagePeriod period(EntitlementFact fact, Instant now) {
        UsagePeriod stated = fact.usage().period();
        boolean isStated = stated.end().map(now::isBefore).orElse(stated.start().isPresent());
        return isStated || !(fact instanceof FeatureFact feature) ? stated : feature.usagePeriodAt(now);
    }

    private <T> T once(Report report, Class<T> type, Function<Instant, T> counting) {
        Object known = answered.get(report);
        if (known != null) {
            return type.cast(known);
        }
        // Each count is later than the one before, so that the newest wins wherever two of them meet.
        Instant now = Stream.of(clock.now(), last.plusNanos(1))
                .max(Instant::compareTo)
                .orElseThrow();
        last = now;
        T answer = counting.apply(now);
        answered.put(report, answer);
        return answer;
    }
}
