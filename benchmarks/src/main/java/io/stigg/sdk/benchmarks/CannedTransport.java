package io.stigg.sdk.benchmarks;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.usage.ReportEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers every customer with a set of entitlements of its own: one of each kind, and some that nobody asks for. Its texts
 * are its own as well, as those of an answer that was parsed are. Thread-safe.
 */
final class CannedTransport implements ApiTransport {
    static final String BOOLEAN = "feature-single-sign-on";
    static final String NUMERIC = "feature-projects";
    static final String METERED = "feature-api-calls";
    static final String ENUM = "feature-regions";
    static final String CREDIT = "currency-credits";

    private static final int OTHERS = 7;

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        if (request instanceof GetEntitlementsState get) {
            return (CompletionStage<R>) CompletableFuture.completedFuture(snapshot(get.scope()));
        } else if (request instanceof GetSdkConfiguration) {
            return (CompletionStage<R>) CompletableFuture.completedFuture(new SdkConfiguration(false));
        }
        if (request instanceof ReportEvent) {
            return (CompletionStage<R>) CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.failedFuture(new UnsupportedOperationException(request.toString()));
    }

    static EntitlementSnapshot snapshot(CustomerScope scope) {
        Instant now = Instant.now();
        List<EntitlementFact> facts = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            facts.add(FeatureFact.of(feature("feature-other-" + i, FeatureType.BOOLEAN, MeterType.NONE)));
        }
        facts.add(FeatureFact.of(feature(BOOLEAN, FeatureType.BOOLEAN, MeterType.NONE)));
        facts.add(number(feature(NUMERIC, FeatureType.NUMBER, MeterType.NONE), 10, Usage.none()));
        facts.add(number(feature(METERED, FeatureType.NUMBER, MeterType.INCREMENTAL), 1_000, usage(now)));
        facts.add(regions());
        facts.add(new CreditFact(
                CreditCurrency.of(copy(CREDIT)), Optional.empty(), 500, false, usage(now), Optional.empty()));
        return new EntitlementSnapshot(scope, facts, Optional.empty(), Optional.of(now), now);
    }

    private static FeatureFact number(Feature feature, double limit, Usage usage) {
        return new FeatureFact(
                feature,
                Optional.empty(),
                OptionalDouble.of(limit),
                false,
                false,
                List.of(),
                Optional.of(ResetPeriod.of(ResetPeriod.Unit.YEAR)),
                usage.period().start(),
                usage,
                Optional.empty(),
                Optional.empty());
    }

    private static FeatureFact regions() {
        return new FeatureFact(
                feature(ENUM, FeatureType.ENUM, MeterType.NONE),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of(copy("eu-central"), copy("us-east"), copy("us-west")),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());
    }

    private static Usage usage(Instant now) {
        Instant start = now.minus(Duration.ofDays(1));
        return new Usage(17, UsagePeriod.between(start, start.plus(Duration.ofDays(365))), Optional.of(now));
    }

    private static Feature feature(String id, FeatureType type, MeterType meter) {
        return Feature.of(copy(id), type, meter);
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }

    @Override
    public void close() {}
}
