package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes updates in the words of the schema's newer subscriptions. */
final class UpdateJson {
    private static final String ACCOUNT = "account-emulator";
    private static final String ENVIRONMENT = "environment-emulator";

    private UpdateJson() {}

    /** Where the scope no longer holds, the set is empty and has no reason. */
    static List<Map<String, Object>> entitlements(Update update) {
        if (update instanceof EntitlementSnapshot snapshot) {
            return List.of(set(snapshot.scope())
                    .with("accessDeniedReason", snapshot.denial().map(Denial::wireName))
                    .with("entitlements", EntitlementJson.newer(snapshot))
                    .toMap());
        }
        return invalidation(update);
    }

    static List<Map<String, Object>> invalidation(Update update) {
        return update instanceof EntitlementsInvalidated invalidated
                ? List.of(
                        set(invalidated.scope()).with("entitlements", List.of()).toMap())
                : List.of();
    }

    static Fields set(CustomerScope scope) {
        return new Fields().with("customerId", scope.customerId()).with("resourceId", scope.resourceId());
    }

    static List<Map<String, Object>> usage(Update update) {
        if (!(update instanceof UsageReading reading)) {
            return List.of();
        }
        return List.of(set(reading.scope())
                .with(
                        "entitlementReference",
                        Map.of(
                                "id", reading.ref().id(),
                                "type", reading.ref().type().name()))
                .with("usage", usage(reading.usage()))
                .toMap());
    }

    private static Map<String, Object> usage(Usage usage) {
        return new Fields()
                .with("currentUsage", usage.currentUsage())
                // The schema wants an instant; a usage without one is older than any other.
                .with("usageUpdatedAt", usage.updatedAt().orElse(Instant.EPOCH))
                .with("usagePeriodStart", usage.period().start())
                .with("usagePeriodEnd", usage.period().end())
                .toMap();
    }

    static List<Map<String, Object>> packagePublished(Update update) {
        if (!(update instanceof PackagePublished published)) {
            return List.of();
        }
        return List.of(new Fields()
                .with("accountId", ACCOUNT)
                .with("environmentId", ENVIRONMENT)
                .with("packageType", published.packageType())
                .with("packageRefId", published.packageId())
                .with("packageVersion", published.version())
                .with("migrationType", migration(published.migration()))
                .toMap());
    }

    private static String migration(PackagePublished.Migration migration) {
        return migration == PackagePublished.Migration.NEW_CUSTOMERS ? "NEW_CUSTOMERS" : "ALL_CUSTOMERS";
    }
}
