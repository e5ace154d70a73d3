package io.stigg.sdk;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Facts for tests, in the fewest words. */
public final class Facts {
    public static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");

    private Facts() {}

    public static FeatureFact on(String id) {
        return FeatureFact.of(Feature.of(id, FeatureType.BOOLEAN, MeterType.NONE));
    }

    public static FeatureFact withheld(FeatureFact fact, AccessDeniedReason reason) {
        return new FeatureFact(
                fact.feature(),
                Optional.of(Denial.of(reason)),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                fact.resetPeriod(),
                fact.usagePeriodAnchor(),
                fact.usage(),
                fact.creditRate(),
                fact.validUntil());
    }

    public static FeatureFact metered(String id, double limit, double usage) {
        return metered(id, OptionalDouble.of(limit), false, false, usage);
    }

    public static FeatureFact metered(String id, OptionalDouble limit, boolean unlimited, boolean soft, double usage) {
        return new FeatureFact(
                Feature.of(id, FeatureType.NUMBER, MeterType.INCREMENTAL),
                Optional.empty(),
                limit,
                unlimited,
                soft,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                used(usage, UsagePeriod.none()),
                Optional.empty(),
                Optional.empty());
    }

    public static FeatureFact resetting(FeatureFact fact, ResetPeriod reset, Instant anchor, UsagePeriod period) {
        return new FeatureFact(
                fact.feature(),
                fact.denial(),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                Optional.of(reset),
                Optional.of(anchor),
                used(fact.usage().currentUsage(), period),
                fact.creditRate(),
                fact.validUntil());
    }

    public static FeatureFact costing(FeatureFact fact, double credits, String currencyId) {
        return new FeatureFact(
                fact.feature(),
                fact.denial(),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                fact.resetPeriod(),
                fact.usagePeriodAnchor(),
                fact.usage(),
                Optional.of(new CreditRate(credits, currencyId)),
                fact.validUntil());
    }

    public static FeatureFact validUntil(FeatureFact fact, Instant until) {
        return new FeatureFact(
                fact.feature(),
                fact.denial(),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                fact.resetPeriod(),
                fact.usagePeriodAnchor(),
                fact.usage(),
                fact.creditRate(),
                Optional.of(until));
    }

    public static FeatureFact numeric(String id, OptionalDouble value, boolean unlimited) {
        return new FeatureFact(
                Feature.of(id, FeatureType.NUMBER, MeterType.NONE),
                Optional.empty(),
                value,
                unlimited,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());
    }

    public static FeatureFact allowing(String id, String... values) {
        return new FeatureFact(
                Feature.of(id, FeatureType.ENUM, MeterType.NONE),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of(values),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());
    }

    public static CreditFact wallet(String currencyId, double granted, double consumed, boolean soft) {
        return new CreditFact(
                CreditCurrency.of(currencyId),
                Optional.empty(),
                granted,
                soft,
                used(consumed, UsagePeriod.none()),
                Optional.empty());
    }

    public static Usage used(double usage, UsagePeriod period) {
        return new Usage(usage, period, Optional.of(T0));
    }

    public static Usage used(double usage, Instant at) {
        return new Usage(usage, UsagePeriod.none(), Optional.of(at));
    }

    public static EntitlementSnapshot snapshot(CustomerScope scope, EntitlementFact... facts) {
        return snapshot(scope, T0, facts);
    }

    public static EntitlementSnapshot snapshot(CustomerScope scope, Instant at, EntitlementFact... facts) {
        return new EntitlementSnapshot(scope, List.of(facts), Optional.empty(), Optional.of(at), at);
    }

    public static EntitlementSnapshot nobody(CustomerScope scope, AccessDeniedReason reason, Instant at) {
        return new EntitlementSnapshot(scope, List.of(), Optional.of(Denial.of(reason)), Optional.empty(), at);
    }
}
