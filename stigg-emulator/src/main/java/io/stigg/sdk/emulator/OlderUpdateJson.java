package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.testkit.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes updates in the words of the schema's older subscriptions. They know no credits among entitlements, tell balances
 * by themselves, and tell with a usage the entitlement, which an update does not carry and the backend is asked for.
 */
final class OlderUpdateJson {
    private final Function<EntitlementQuery, Verdict> backend;

    OlderUpdateJson(Function<EntitlementQuery, Verdict> backend) {
        this.backend = backend;
    }

    static List<Map<String, Object>> entitlements(Update update) {
        if (update instanceof EntitlementSnapshot snapshot) {
            return List.of(UpdateJson.set(snapshot.scope())
                    .with("accessDeniedReason", snapshot.denial().map(Denial::wireName))
                    .with("entitlements", EntitlementJson.older(snapshot))
                    .toMap());
        }
        return UpdateJson.invalidation(update);
    }

    List<Map<String, Object>> usage(Update update) {
        if (!(update instanceof UsageReading reading) || reading.ref().type() != EntitlementRef.Type.FEATURE) {
            return List.of();
        }
        FeatureQuery query = new FeatureQuery(reading.scope(), reading.ref().id(), Optional.empty(), 0, List.of());
        return backend.apply(query).fact().map(FeatureFact.class::cast).stream()
                .map(fact -> usage(reading, fact.withUsage(reading.usage())))
                .toList();
    }

    private static Map<String, Object> usage(UsageReading reading, FeatureFact fact) {
        return new Fields()
                .with("usage", measurement(reading))
                .with(
                        "entitlement",
                        // Whether a limit is passed is not told here, only what is withheld as a whole.
                        EntitlementJson.older(fact, fact.denial(), reading.scope(), Optional.empty())
                                .toMap())
                .toMap();
    }

    private static Map<String, Object> measurement(UsageReading reading) {
        UsagePeriod period = reading.usage().period();
        return UpdateJson.set(reading.scope())
                .with("featureId", reading.ref().id())
                .with("currentUsage", reading.usage().currentUsage())
                .with("usagePeriodStart", period.start().map(OlderUpdateJson::millis))
                .with("usagePeriodEnd", period.end().map(OlderUpdateJson::millis))
                .with("nextResetDate", period.end().map(OlderUpdateJson::millis))
                .toMap();
    }

    List<Map<String, Object>> creditBalances(Update update) {
        if (update instanceof EntitlementSnapshot snapshot) {
            return snapshot.entitlements().stream()
                    .filter(CreditFact.class::isInstance)
                    .map(CreditFact.class::cast)
                    .map(wallet -> balance(UpdateJson.set(snapshot.scope()), wallet))
                    .toList();
        }
        return update instanceof UsageReading reading && reading.ref().type() == EntitlementRef.Type.CREDIT
                ? creditBalances(reading)
                : List.of();
    }

    private List<Map<String, Object>> creditBalances(UsageReading reading) {
        CreditQuery query = new CreditQuery(reading.scope(), reading.ref().id(), Optional.empty(), 0);
        return backend.apply(query).fact().map(CreditFact.class::cast).stream()
                .map(wallet -> balance(UpdateJson.set(reading.scope()), wallet.withUsage(reading.usage())))
                .toList();
    }

    private static Map<String, Object> balance(Fields fields, CreditFact wallet) {
        return fields.with("currencyId", wallet.currency().id())
                .with("currency", FeatureJson.slimCurrency(wallet.currency()))
                .with("currentBalance", wallet.remaining())
                .with("totalConsumed", wallet.usage().currentUsage())
                .with("totalGranted", wallet.usageLimit())
                .with("validUntil", wallet.validUntil().map(OlderUpdateJson::millis))
                .toMap();
    }

    private static double millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
