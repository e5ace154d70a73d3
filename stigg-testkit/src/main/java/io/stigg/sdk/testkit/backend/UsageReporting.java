package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.backend.CreditAccount.Consumption;
import io.stigg.sdk.testkit.backend.CustomerRecord.Reported;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Accepts calculated usage, or refuses it. Not thread-safe; guarded by the environment. */
final class UsageReporting {
    private static final Refusals REFUSALS = new Refusals("ReportUsage");

    private final Catalog catalog;
    private long measurements;
    private boolean refusesPastLimits;

    UsageReporting(Catalog catalog) {
        this.catalog = catalog;
    }

    void refusePastLimits() {
        refusesPastLimits = true;
    }

    UsageAck report(ReportUsage report, CustomerRecord customer, Instant now) {
        Reported before = customer.reports().get(report.idempotencyKey());
        if (before != null) {
            return ack(before, customer, now, 0);
        }
        CatalogFeature feature = reportable(report.featureId());
        FeatureFact fact = entitled(feature, customer, report.scope(), now);
        double usage = usageAfter(report, fact);
        if (refusesPastLimits && isPastHardLimit(usage, fact)) {
            throw REFUSALS.because(
                    ErrorCode.ENTITLEMENT_LIMIT_EXCEEDED_ERROR, "The limit of " + feature.id() + " would be exceeded");
        }
        Reported accepted = new Reported("measurement-" + ++measurements, report.scope(), report.featureId());
        customer.reports().put(report.idempotencyKey(), accepted);
        double units = Math.max(0, record(report, fact, customer, now));
        return ack(accepted, customer, now, consume(feature, units, accepted, customer, now));
    }

    private CatalogFeature reportable(String featureId) {
        CatalogFeature feature = catalog.feature(featureId).orElseThrow(() -> REFUSALS.featureNotFound(featureId));
        if (!feature.feature().isMetered()) {
            throw REFUSALS.because(
                    ErrorCode.METERING_NOT_AVAILABLE_FOR_FEATURE_TYPE, featureId + " is not a metered feature");
        }
        if (feature.isFedByEvents()) {
            throw REFUSALS.because(
                    ErrorCode.CANNOT_REPORT_USAGE_FOR_ENTITLEMENT_WITH_METER_ERROR,
                    featureId + " is counted from events");
        }
        return feature;
    }

    private FeatureFact entitled(CatalogFeature feature, CustomerRecord customer, CustomerScope scope, Instant now) {
        EntitlementCalculation calculation = new EntitlementCalculation(catalog, customer, scope, now);
        if (calculation.isUnknownResource()) {
            throw REFUSALS.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + scope);
        }
        return calculation
                .feature(feature)
                .filter(fact -> !isRevoked(fact))
                .orElseThrow(() -> REFUSALS.because(
                        ErrorCode.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION,
                        scope + " is not entitled to " + feature.id()));
    }

    private static boolean isRevoked(FeatureFact fact) {
        return fact.denial()
                .filter(denial -> denial.reason() == AccessDeniedReason.REVOKED)
                .isPresent();
    }

    private static double usageAfter(ReportUsage report, FeatureFact fact) {
        return report.updateBehavior() == UpdateBehavior.SET
                ? report.value()
                : fact.usage().currentUsage() + report.value();
    }

    private static boolean isPastHardLimit(double usage, FeatureFact fact) {
        return !fact.isUnlimited()
                && !fact.hasSoftLimit()
                && usage > fact.usageLimit().orElse(0);
    }

    /** Returns by how much usage of the current period has grown. */
    private static double record(ReportUsage report, FeatureFact fact, CustomerRecord customer, Instant now) {
        // A reporter's clock may be ahead; what it reports has happened all the same.
        Instant at = report.createdAt().filter(now::isAfter).orElse(now);
        UsageLog log = customer.usage(report.scope(), fact.ref());
        log.add(at, report.value(), report.updateBehavior(), now);
        return log.usage(fact.usage().period(), now).currentUsage()
                - fact.usage().currentUsage();
    }

    private double consume(
            CatalogFeature feature, double units, Reported report, CustomerRecord customer, Instant now) {
        return feature.creditRate()
                .map(rate -> {
                    double credits = units * rate.amount();
                    new Wallet(customer, report.scope(), rate.currencyId(), now)
                            .consume(new Consumption(
                                    report.scope().resourceId(),
                                    rate.currencyId(),
                                    feature.id(),
                                    report.measurementId(),
                                    credits));
                    return credits;
                })
                .orElse(0.0);
    }

    private UsageAck ack(Reported reported, CustomerRecord customer, Instant now, double consumed) {
        EntitlementCalculation calculation = new EntitlementCalculation(catalog, customer, reported.scope(), now);
        CatalogFeature feature =
                catalog.feature(reported.featureId()).orElseThrow(() -> REFUSALS.featureNotFound(reported.featureId()));
        FeatureFact fact = calculation.feature(feature).orElseGet(() -> FeatureFact.of(feature.feature()));
        return new UsageAck(
                reported.measurementId(),
                reported.scope(),
                reported.featureId(),
                OptionalDouble.of(fact.usage().currentUsage()),
                fact.usage().period(),
                Optional.of(now),
                calculation.walletOf(feature).map(wallet -> credit(wallet, consumed, now)));
    }

    private static UsageAck.Credit credit(CreditFact wallet, double consumed, Instant now) {
        return new UsageAck.Credit(
                wallet.currency().id(),
                consumed,
                wallet.usage().currentUsage(),
                wallet.usage().period().end(),
                Optional.of(now));
    }
}
