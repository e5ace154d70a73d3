package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What usage may be reported, of one report or of several that come together and of which the latter follow upon the
 * former. Not thread-safe; guarded by the environment.
 */
final class UsageRules {
    private final World world;
    private final Refusals refusals;
    private final boolean refusesPastLimits;
    private final Instant now;
    private final Set<Key> keys = new HashSet<>();
    private final Map<Use, Double> usages = new HashMap<>();

    UsageRules(World world, Refusals refusals, boolean refusesPastLimits, Instant now) {
        this.world = world;
        this.refusals = refusals;
        this.refusesPastLimits = refusesPastLimits;
        this.now = now;
    }

    /**
     * Checks the next report.
     *
     * @throws io.stigg.sdk.error.StiggApiException if it may not be reported
     */
    void check(ReportUsage report) {
        CustomerRecord customer = world.existing(report.scope().customerId(), refusals);
        boolean isFirst = keys.add(new Key(report.scope().customerId(), report.idempotencyKey()));
        if (!isFirst || customer.reports().containsKey(report.idempotencyKey())) {
            return;
        }
        Use use = new Use(customer, report.scope(), reportable(report.featureId()));
        FeatureFact fact = entitled(use);
        double before = usages.getOrDefault(
                use, use.log().usage(fact.usage().period(), now).currentUsage());
        double after = report.updateBehavior() == UpdateBehavior.SET ? report.value() : before + report.value();
        // Whoever is past a limit that was lowered must be able to bring usage down.
        if (refusesPastLimits
                && after > before
                && isPastHardLimit(TransformedUnits.of(use.feature().feature(), after), fact)) {
            throw refusals.because(
                    ErrorCode.ENTITLEMENT_LIMIT_EXCEEDED_ERROR,
                    "The limit of " + report.featureId() + " would be exceeded");
        }
        usages.put(use, Math.max(0, after));
    }

    private CatalogFeature reportable(String featureId) {
        CatalogFeature feature =
                world.catalog().feature(featureId).orElseThrow(() -> refusals.featureNotFound(featureId));
        if (!feature.feature().isMetered()) {
            throw refusals.because(
                    ErrorCode.METERING_NOT_AVAILABLE_FOR_FEATURE_TYPE, featureId + " is not a metered feature");
        }
        if (feature.meter().isPresent()) {
            throw refusals.because(
                    ErrorCode.CANNOT_REPORT_USAGE_FOR_ENTITLEMENT_WITH_METER_ERROR,
                    featureId + " is counted from events");
        }
        return feature;
    }

    private FeatureFact entitled(Use use) {
        CustomerScope scope = use.scope();
        EntitlementCalculation calculation = new EntitlementCalculation(world.catalog(), use.customer(), scope, now);
        if (calculation.isUnknownResource()) {
            throw refusals.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + scope);
        }
        return calculation
                .feature(use.feature())
                .filter(fact -> !isRevoked(fact))
                .orElseThrow(() -> refusals.because(
                        ErrorCode.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION,
                        scope + " is not entitled to " + use.feature().id()));
    }

    private static boolean isRevoked(FeatureFact fact) {
        return fact.denial()
                .filter(denial -> denial.reason() == AccessDeniedReason.REVOKED)
                .isPresent();
    }

    private static boolean isPastHardLimit(double usage, FeatureFact fact) {
        return !fact.isUnlimited()
                && !fact.hasSoftLimit()
                && usage > fact.usageLimit().orElse(0);
    }

    private record Key(String customerId, String idempotencyKey) {}
}
