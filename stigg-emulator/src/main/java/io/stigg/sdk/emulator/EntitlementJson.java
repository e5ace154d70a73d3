package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes entitlements in the words of Stigg's schema: as {@code FeatureEntitlement} and {@code CreditEntitlement}, and as
 * the older {@code Entitlement}, which knows no credits.
 */
final class EntitlementJson {
    private EntitlementJson() {}

    static Map<String, Object> state(EntitlementSnapshot snapshot) {
        return new Fields()
                .with("entitlements", older(snapshot))
                .with("entitlementsV2", newer(snapshot))
                .with("accessDeniedReason", snapshot.denial().map(Denial::wireName))
                .toMap();
    }

    static List<Map<String, Object>> newer(EntitlementSnapshot snapshot) {
        return snapshot.entitlements().stream()
                .map(fact -> newer(fact, fact.denial(), snapshot.updatedAt()))
                .toList();
    }

    static List<Map<String, Object>> older(EntitlementSnapshot snapshot) {
        return snapshot.entitlements().stream()
                .filter(FeatureFact.class::isInstance)
                .map(FeatureFact.class::cast)
                .map(fact -> older(fact, fact.denial(), snapshot.scope(), snapshot.updatedAt())
                        .toMap())
                .toList();
    }

    /** One entitlement, with a denial that may come from more than the fact. */
    static Map<String, Object> newer(EntitlementFact fact, Optional<Denial> denial, Optional<Instant> updatedAt) {
        Fields fields = fact instanceof FeatureFact feature ? feature(feature) : credit((CreditFact) fact);
        return judged(fields, denial)
                .with("entitlementUpdatedAt", updatedAt)
                .with("validUntil", fact.validUntil())
                .toMap();
    }

    static Fields older(FeatureFact fact, Optional<Denial> denial, CustomerScope scope, Optional<Instant> updatedAt) {
        return judged(feature(fact), denial)
                .with(Fields.TYPE, "Entitlement")
                .with("customerId", scope.customerId())
                .with("resourceId", scope.resourceId())
                .with("entitlementUpdatedAt", updatedAt)
                .with("nextResetDate", fact.usage().period().end())
                // The older type has a number here where the newer ones have an instant.
                .with("validUntil", fact.validUntil().map(instant -> (double) instant.toEpochMilli()));
    }

    /** An entitlement that does not exist, which says nothing but why. */
    static Fields missing(Denial denial) {
        return judged(Fields.ofType("FeatureEntitlement").with("hasUnlimitedUsage", false), Optional.of(denial));
    }

    private static Fields judged(Fields fields, Optional<Denial> denial) {
        return fields.with("isGranted", denial.isEmpty()).with("accessDeniedReason", denial.map(Denial::wireName));
    }

    private static Fields feature(FeatureFact fact) {
        Fields fields = Fields.ofType("FeatureEntitlement")
                .with("feature", FeatureJson.feature(fact.feature()))
                .with("usageLimit", boxed(fact.usageLimit()))
                .with("hasUnlimitedUsage", fact.isUnlimited())
                .with("hasSoftLimit", fact.hasSoftLimit())
                .with("enumValues", Optional.of(fact.enumValues()).filter(values -> !values.isEmpty()))
                .with(
                        "resetPeriod",
                        fact.resetPeriod().map(period -> period.unit().name()))
                .with("resetPeriodConfiguration", fact.resetPeriod().flatMap(FeatureJson::resetPeriodConfiguration))
                .with("usagePeriodAnchor", fact.usagePeriodAnchor())
                .with("creditRate", fact.creditRate().map(FeatureJson::creditRate));
        return fact.feature().isMetered() ? used(fields, fact.usage()) : fields;
    }

    private static Fields credit(CreditFact fact) {
        Fields fields = Fields.ofType("CreditEntitlement")
                .with("currency", FeatureJson.currency(fact.currency()))
                .with("usageLimit", fact.usageLimit())
                .with("hasSoftLimit", fact.hasSoftLimit());
        return used(fields, fact.usage());
    }

    private static Fields used(Fields fields, Usage usage) {
        UsagePeriod period = usage.period();
        return fields.with("currentUsage", usage.currentUsage())
                .with("usagePeriodStart", period.start())
                .with("usagePeriodEnd", period.end())
                .with("usageUpdatedAt", usage.updatedAt());
    }

    private static Optional<Double> boxed(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
