package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code UsageUpdatedV2}, and the older {@code UsageMeasurementUpdated}, which has no time of its own. */
final class UsageNews {
    private UsageNews() {}

    static Update reading(JsonView event, Instant arrivedAt) {
        JsonView usage = event.at("usage");
        Instant updatedAt = usage.at("usageUpdatedAt").instantIfAny().orElse(arrivedAt);
        return new UsageReading(
                Topic.scopeOf(event), reference(event.at("entitlementReference")), usage(usage, updatedAt));
    }

    static Update olderReading(JsonView usage, Instant arrivedAt) {
        return new UsageReading(
                Topic.scopeOf(usage),
                EntitlementRef.feature(usage.at("featureId").id()),
                usage(usage, arrivedAt));
    }

    private static EntitlementRef reference(JsonView reference) {
        String id = reference.at("id").id();
        JsonView type = reference.at("type");
        return switch (type.text()) {
            case "FEATURE" -> EntitlementRef.feature(id);
            case "CREDIT" -> EntitlementRef.credit(id);
            default -> throw type.problem("FEATURE or CREDIT was expected");
        };
    }

    private static Usage usage(JsonView usage, Instant updatedAt) {
        return new Usage(
                usage.at("currentUsage").number(),
                new UsagePeriod(
                        usage.at("usagePeriodStart").instantIfAny(),
                        usage.at("usagePeriodEnd").instantIfAny()),
                Optional.of(updatedAt));
    }
}
