package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accepts events, each once, and counts those that a meter reads; at once, which takes Stigg itself about ten seconds. Not
 * thread-safe; guarded by the environment.
 */
final class EventReporting {
    private final World world;
    private final Meters meters;
    private final Set<Identity> identities = new HashSet<>();
    private final List<UsageEvent> events = new ArrayList<>();
    private int duplicates;

    EventReporting(World world, Meters meters) {
        this.world = world;
        this.meters = meters;
    }

    void serve(Operations operations) {
        operations.write(ReportEvent.class, this::report);
    }

    /** Returns the events that were accepted, once each. */
    List<UsageEvent> events() {
        return List.copyOf(events);
    }

    /** Returns how many events were dropped because they had been accepted before. */
    int duplicates() {
        return duplicates;
    }

    private Optional<String> report(ReportEvent request, Moment moment) {
        Map<Use, List<Counted>> counted = new LinkedHashMap<>();
        for (UsageEvent event : request.events()) {
            if (identities.add(Identity.of(event))) {
                events.add(event);
                read(event, counted);
            } else {
                duplicates++;
            }
        }
        counted.forEach((use, readings) -> count(use, readings, moment.now()));
        world.news().used(counted.keySet(), moment.now());
        return Optional.empty();
    }

    /** Whoever is not known is not told: the event was accepted long before anybody looks. */
    private void read(UsageEvent event, Map<Use, List<Counted>> counted) {
        CustomerScope scope = new CustomerScope(event.customerId(), event.resourceId());
        world.customer(event.customerId())
                .filter(customer ->
                        event.resourceId().map(customer::hasResource).orElse(true))
                .ifPresent(customer -> meters.readings(event.eventName(), event.dimensions())
                        .forEach(reading -> counted.computeIfAbsent(
                                        new Use(customer, scope, reading.feature()), use -> new ArrayList<>())
                                .add(new Counted(event, reading.value()))));
    }

    private void count(Use use, List<Counted> readings, Instant now) {
        Optional<FeatureFact> before = new EntitlementCalculation(world.catalog(), use.customer(), use.scope(), now)
                .feature(use.feature())
                .filter(EventReporting::isCharged);
        double used = before.map(
                        fact -> use.log().usage(fact.usage().period(), now).currentUsage())
                .orElse(0.0);
        for (Counted reading : readings) {
            // A reporter's clock may be ahead; what it reports has happened all the same.
            Instant happened = reading.event.timestamp().orElseThrow();
            use.log().add(happened.isAfter(now) ? now : happened, reading.value, reading.event.dimensions(), now);
        }
        before.ifPresent(fact -> charge(use, fact, used, readings.get(readings.size() - 1).event, now));
    }

    private static boolean isCharged(FeatureFact fact) {
        return fact.denial()
                .filter(denial -> denial.reason() == AccessDeniedReason.REVOKED)
                .isEmpty();
    }

    private static void charge(Use use, FeatureFact before, double used, UsageEvent last, Instant now) {
        UsagePeriod period = before.usage().period();
        double units = TransformedUnits.exact(
                use.feature().feature(), use.log().usage(period, now).currentUsage() - used);
        if (units > 0) {
            use.charge(units, last.idempotencyKey(), now);
        }
    }

    private record Counted(UsageEvent event, Object value) {}

    /** What tells events apart. */
    private record Identity(
            Instant timestamp, String customerId, Optional<String> resourceId, String eventName, String key) {
        static Identity of(UsageEvent event) {
            return new Identity(
                    event.timestamp().orElseThrow(),
                    event.customerId(),
                    event.resourceId(),
                    event.eventName(),
                    event.idempotencyKey());
        }
    }
}
