package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says of a feature only what matters to a test. */
final class FactBuilder {
    private final Feature feature;
    private final OptionalDouble limit;
    private Optional<Denial> denial = Optional.empty();
    private boolean isUnlimited;
    private boolean hasSoftLimit;
    private List<String> values = List.of();
    private Optional<ResetPeriod> resetPeriod = Optional.empty();
    private Optional<Instant> anchor = Optional.empty();
    private Usage usage = Usage.none();
    private Optional<CreditRate> rate = Optional.empty();
    private Optional<Instant> validUntil = Optional.empty();

    FactBuilder(Feature feature, OptionalDouble limit) {
        this.feature = feature;
        this.limit = limit;
    }

    FactBuilder denied(String reason) {
        denial = Optional.of(Denial.ofWire(reason));
        return this;
    }

    FactBuilder unlimited() {
        isUnlimited = true;
        return this;
    }

    FactBuilder softly() {
        hasSoftLimit = true;
        return this;
    }

    FactBuilder values(String... allowed) {
        values = List.of(allowed);
        return this;
    }

    FactBuilder monthly() {
        resetPeriod = Optional.of(ResetPeriod.of(ResetPeriod.Unit.MONTH));
        anchor = Optional.of(Instant.ofEpochMilli(1764547200000L));
        return this;
    }

    FactBuilder used(double amount, UsagePeriod period, long countedAtMillis) {
        usage = new Usage(amount, period, Optional.of(Instant.ofEpochMilli(countedAtMillis)));
        return this;
    }

    FactBuilder costing(CreditRate newRate) {
        rate = Optional.of(newRate);
        return this;
    }

    FactBuilder until(long millis) {
        validUntil = Optional.of(Instant.ofEpochMilli(millis));
        return this;
    }

    FeatureFact build() {
        return new FeatureFact(
                feature,
                denial,
                limit,
                isUnlimited,
                hasSoftLimit,
                values,
                resetPeriod,
                anchor,
                usage,
                rate,
                validUntil);
    }
}
