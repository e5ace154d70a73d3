package io.stigg.sdk.internal;

import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets the cache know what Stigg acknowledges of usage and of credits, so that the next check counts it. Thread-safe. */
final class UsageEffects {
    private final CacheWriter writer;
    private final SdkClock clock;

    /**
     * Makes the effects.
     *
     * @param writer keeps the cache up to date
     * @param clock dates what Stigg does not
     */
    UsageEffects(CacheWriter writer, SdkClock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Takes note of an answer, if it acknowledges anything. */
    void acknowledged(Object answer) {
        if (answer instanceof UsageAck ack) {
            apply(ack);
        } else if (answer instanceof CreditConsumption consumption) {
            apply(consumption);
        } else if (answer instanceof List<?> several) {
            several.forEach(this::acknowledged);
        }
    }

    private void apply(UsageAck ack) {
        ack.currentUsage()
                .ifPresent(usage -> apply(
                        ack.scope(),
                        EntitlementRef.feature(ack.featureId()),
                        usage,
                        ack.usagePeriod(),
                        ack.timestamp()));
        ack.credit()
                .ifPresent(credit -> apply(
                        ack.scope(),
                        EntitlementRef.credit(credit.currencyId()),
                        credit.currentUsage(),
                        new UsagePeriod(Optional.empty(), credit.usagePeriodEnd()),
                        credit.timestamp()));
    }

    private void apply(CreditConsumption consumption) {
        consumption
                .credit()
                .ifPresent(credit -> apply(
                        consumption.scope(),
                        EntitlementRef.credit(credit.currencyId()),
                        credit.currentUsage(),
                        new UsagePeriod(Optional.empty(), credit.usagePeriodEnd()),
                        Optional.of(credit.timestamp())));
    }

    private void apply(
            CustomerScope scope, EntitlementRef ref, double usage, UsagePeriod period, Optional<Instant> timestamp) {
        Optional<Instant> updatedAt = timestamp.or(() -> Optional.of(clock.now()));
        writer.told(new UsageReading(scope, ref, new Usage(usage, period, updatedAt)));
    }
}
