package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.CostBreakdown;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.CurrencyEstimate;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.EstimationWarning;
import io.stigg.sdk.usage.UpdateBehavior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Works out what usage, or an event, would cost in credits. Changes nothing. */
final class CostEstimates {
    private final World world;
    private final Meters meters;

    CostEstimates(World world, Meters meters) {
        this.world = world;
        this.meters = meters;
    }

    CreditCostEstimation ofUsage(EstimateUsageCost request, Moment moment) {
        Question question = question("EstimateUsageCost", request.customerId(), request.resourceId(), moment.now());
        return question.answer(world
                .catalog()
                .feature(request.featureId())
                .map(feature -> new Growth(feature, question.units(feature, request)))
                .stream()
                .toList());
    }

    CreditCostEstimation ofEvent(EstimateEventCost request, Moment moment) {
        Question question = question("EstimateEventCost", request.customerId(), request.resourceId(), moment.now());
        return question.answer(meters.readings(request.eventName(), request.dimensions()).stream()
                .map(reading -> new Growth(reading.feature(), question.units(reading)))
                .toList());
    }

    private Question question(String operation, String customerId, Optional<String> resourceId, Instant now) {
        Refusals refusals = new Refusals(operation);
        CustomerRecord customer = world.existing(customerId, refusals);
        CustomerScope scope = new CustomerScope(customerId, resourceId);
        EntitlementCalculation calculation = new EntitlementCalculation(world.catalog(), customer, scope, now);
        if (calculation.isUnknownResource()) {
            throw refusals.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + scope);
        }
        return new Question(customer, scope, calculation, now);
    }

    /**
     * More usage of a feature.
     *
     * @param feature the feature
     * @param units how much more, 0 if it is less
     */
    private record Growth(CatalogFeature feature, double units) {
        double cost() {
            return feature.creditRate().map(rate -> units * rate.amount()).orElse(0.0);
        }
    }

    /** Whom it would cost, and when. */
    private record Question(
            CustomerRecord customer, CustomerScope scope, EntitlementCalculation calculation, Instant now) {
        /** Usage that is given back costs nothing, and brings nothing in. */
        double units(CatalogFeature feature, EstimateUsageCost request) {
            double used = log(feature).usage(period(feature), now).currentUsage();
            return cost(
                    feature, request.updateBehavior() == UpdateBehavior.SET ? request.value() - used : request.value());
        }

        double units(Meters.Reading reading) {
            UsagePeriod period = period(reading.feature());
            UsageLog log = log(reading.feature());
            double used = log.usage(period, now).currentUsage();
            return cost(reading.feature(), log.usageWith(reading.value(), period, now) - used);
        }

        private UsagePeriod period(CatalogFeature feature) {
            return calculation
                    .feature(feature)
                    .map(FeatureFact::usage)
                    .map(usage -> usage.period())
                    .orElse(UsagePeriod.none());
        }

        private UsageLog log(CatalogFeature feature) {
            return new Use(customer, scope, feature).log();
        }

        private static double cost(CatalogFeature feature, double reported) {
            return Math.max(0, TransformedUnits.exact(feature.feature(), reported));
        }

        CreditCostEstimation answer(List<Growth> growths) {
            Map<String, List<Growth>> byCurrency = growths.stream()
                    .filter(growth -> growth.feature.creditRate().isPresent())
                    .collect(Collectors.groupingBy(
                            growth -> growth.feature.creditRate().orElseThrow().currencyId(),
                            LinkedHashMap::new,
                            Collectors.toList()));
            List<CurrencyEstimate> estimates = new ArrayList<>();
            byCurrency.forEach((currencyId, some) -> estimates.add(estimate(currencyId, some)));
            return new CreditCostEstimation(estimates, warnings(growths, estimates.isEmpty()));
        }

        private CurrencyEstimate estimate(String currencyId, List<Growth> growths) {
            double cost = growths.stream().mapToDouble(Growth::cost).sum();
            double balance = calculation
                    .walletOf(growths.get(0).feature)
                    .map(CreditFact::remaining)
                    .orElse(0.0);
            return new CurrencyEstimate(
                    currencyId,
                    cost,
                    balance,
                    balance - cost,
                    balance < cost,
                    growths.stream()
                            .map(growth -> new CostBreakdown(growth.feature.id(), growth.cost(), Optional.empty()))
                            .toList());
        }

        private List<EstimationWarning> warnings(List<Growth> growths, boolean costsNothing) {
            List<EstimationWarning> warnings = new ArrayList<>();
            if (growths.isEmpty()) {
                warnings.add(EstimationWarning.FEATURE_NOT_FOUND);
            } else if (costsNothing) {
                warnings.add(EstimationWarning.FEATURE_NOT_CREDIT_BASED);
            }
            boolean hasResources = customer.subscriptions().stream()
                    .anyMatch(subscription ->
                            subscription.isLive() && subscription.resourceId().isPresent());
            if (scope.resourceId().isEmpty() && hasResources) {
                warnings.add(EstimationWarning.RESOURCE_SCOPED_SUBSCRIPTION_EXISTS);
            }
            return warnings;
        }
    }
}
