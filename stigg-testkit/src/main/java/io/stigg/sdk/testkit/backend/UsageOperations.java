package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.CostBreakdown;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.CurrencyEstimate;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.EstimationWarning;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked about usage. Not thread-safe; guarded by the environment. */
final class UsageOperations {
    private final World world;

    UsageOperations(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        UsageHistories histories = new UsageHistories(world);
        operations
                .serve(GetUsageHistoryV2.class, histories::history)
                .serve(GetUsageHistory.class, histories::older)
                .serve(EstimateEventCost.class, this::estimate)
                .serve(EstimateUsageCost.class, this::estimate);
    }

    /** Which features an event counts for is not known here, so it costs nothing that could be told. */
    private CreditCostEstimation estimate(EstimateEventCost request, Moment moment) {
        world.existing(request.customerId(), new Refusals("EstimateEventCost"));
        return new CreditCostEstimation(List.of(), List.of());
    }

    private CreditCostEstimation estimate(EstimateUsageCost request, Moment moment) {
        Refusals refusals = new Refusals("EstimateUsageCost");
        CustomerRecord customer = world.existing(request.customerId(), refusals);
        CustomerScope scope = new CustomerScope(request.customerId(), request.resourceId());
        EntitlementCalculation calculation = new EntitlementCalculation(world.catalog(), customer, scope, moment.now());
        if (calculation.isUnknownResource()) {
            throw refusals.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + scope);
        }
        Optional<CatalogFeature> feature = world.catalog().feature(request.featureId());
        return new CreditCostEstimation(
                feature.flatMap(known -> cost(known, request, calculation)).stream()
                        .toList(),
                warnings(feature, request, customer, moment.now()));
    }

    private static Optional<CurrencyEstimate> cost(
            CatalogFeature feature, EstimateUsageCost request, EntitlementCalculation calculation) {
        return feature.creditRate().map(rate -> {
            double cost = units(feature, request, calculation) * rate.amount();
            double balance =
                    calculation.walletOf(feature).map(CreditFact::remaining).orElse(0.0);
            return estimate(feature, rate, cost, balance);
        });
    }

    private static CurrencyEstimate estimate(CatalogFeature feature, CreditRate rate, double cost, double balance) {
        return new CurrencyEstimate(
                rate.currencyId(),
                cost,
                balance,
                balance - cost,
                balance < cost,
                List.of(new CostBreakdown(feature.id(), cost, Optional.empty())));
    }

    /** Usage that is given back costs nothing, and brings nothing in. */
    private static double units(CatalogFeature feature, EstimateUsageCost request, EntitlementCalculation calculation) {
        double used = calculation
                .feature(feature)
                .map(fact -> fact.usage().currentUsage())
                .orElse(0.0);
        return Math.max(0, request.updateBehavior() == UpdateBehavior.SET ? request.value() - used : request.value());
    }

    private static List<EstimationWarning> warnings(
            Optional<CatalogFeature> feature, EstimateUsageCost request, CustomerRecord customer, Instant now) {
        List<EstimationWarning> warnings = new ArrayList<>();
        if (feature.isEmpty()) {
            warnings.add(EstimationWarning.FEATURE_NOT_FOUND);
        } else if (feature.get().creditRate().isEmpty()) {
            warnings.add(EstimationWarning.FEATURE_NOT_CREDIT_BASED);
        }
        boolean hasResources = customer.subscriptions().stream()
                .anyMatch(subscription ->
                        subscription.isLive(now) && subscription.resourceId().isPresent());
        if (request.resourceId().isEmpty() && hasResources) {
            warnings.add(EstimationWarning.RESOURCE_SCOPED_SUBSCRIPTION_EXISTS);
        }
        return warnings;
    }
}
