package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.testkit.backend.UsageLog.Cause;
import io.stigg.sdk.testkit.backend.UsageLog.Reading;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.GroupUsageHistory;
import io.stigg.sdk.usage.UsageHistory;
import io.stigg.sdk.usage.UsageHistoryPoint;
import io.stigg.sdk.usage.UsageHistorySeries;
import io.stigg.sdk.usage.UsageHistoryV2;
import io.stigg.sdk.usage.UsageMarker;
import io.stigg.sdk.usage.UsageMarkerType;
import io.stigg.sdk.usage.UsageMeasurementPoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells how usage went: a point for each report, with the usage of its period up to then, and one wherever usage started
 * again. By dimensions, each group of usage has a series of its own. It goes back across the subscriptions that a customer has had. Not thread-safe;
 * guarded by the environment.
 */
final class UsageHistories {
    private final World world;

    UsageHistories(World world) {
        this.world = world;
    }

    UsageHistoryV2 history(GetUsageHistoryV2 request, Moment moment) {
        History history = new Question(
                        new Refusals("GetUsageHistoryV2"),
                        new CustomerScope(request.customerId(), request.resourceId()),
                        request.featureId(),
                        request.startDate(),
                        request.endDate(),
                        request.groupBy(),
                        Optional.empty())
                .answer(moment.now());
        List<UsageHistorySeries> series = request.groupBy().isEmpty()
                ? List.of(series(Map.of(), history.all()))
                : history.groups().entrySet().stream()
                        .map(group -> series(group.getKey(), group.getValue()))
                        .toList();
        return new UsageHistoryV2(markers(history.all()), series);
    }

    private static UsageHistorySeries series(Map<String, String> tags, List<Reading> readings) {
        return new UsageHistorySeries(
                tags,
                readings.stream()
                        .map(reading -> new UsageHistoryPoint(reading.at(), reading.value(), isReset(reading)))
                        .toList());
    }

    UsageHistory older(GetUsageHistory request, Moment moment) {
        History history = new Question(
                        new Refusals("GetUsageHistory"),
                        new CustomerScope(request.customerId(), request.resourceId()),
                        request.featureId(),
                        request.startDate(),
                        request.endDate(),
                        request.groupBy(),
                        request.resetPeriod())
                .answer(moment.now());
        return new UsageHistory(
                request.startDate(),
                Optional.of(request.endDate().orElse(moment.now())),
                markers(history.all()),
                points(history.all()),
                history.groups().entrySet().stream()
                        .map(group -> new GroupUsageHistory(group.getKey(), points(group.getValue())))
                        .toList());
    }

    private static List<UsageMeasurementPoint> points(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new UsageMeasurementPoint(reading.at(), reading.value(), isReset(reading)))
                .toList();
    }

    private static boolean isReset(Reading reading) {
        return reading.cause() != Cause.USE;
    }

    private static List<UsageMarker> markers(List<Reading> readings) {
        return readings.stream()
                .filter(UsageHistories::isReset)
                .map(reading -> new UsageMarker(
                        reading.at(),
                        reading.cause() == Cause.PERIOD
                                ? UsageMarkerType.PERIODIC_RESET
                                : UsageMarkerType.SUBSCRIPTION_CHANGE_RESET))
                .toList();
    }

    /**
     * How usage went.
     *
     * @param all as a whole
     * @param groups by the values of the dimensions that were asked for; none if none were
     */
    private record History(List<Reading> all, Map<Map<String, String>, List<Reading>> groups) {}

    /** What both questions come to. */
    private final class Question {
        private final Refusals refusals;
        private final CustomerScope scope;
        private final String featureId;
        private final Instant start;
        private final Optional<Instant> end;
        private final List<String> groupBy;
        private final Optional<ResetPeriod> reset;

        Question(
                Refusals refusals,
                CustomerScope scope,
                String featureId,
                Instant start,
                Optional<Instant> end,
                List<String> groupBy,
                Optional<ResetPeriod> reset) {
            this.refusals = refusals;
            this.scope = scope;
            this.featureId = featureId;
            this.start = start;
            this.end = end;
            this.groupBy = groupBy;
            this.reset = reset;
        }

        History answer(Instant now) {
            CustomerRecord customer = world.existing(scope.customerId(), refusals);
            CatalogFeature feature = metered();
            EntitlementCalculation calculation = new EntitlementCalculation(world.catalog(), customer, scope, now);
            if (calculation.isUnknownResource()) {
                throw refusals.because(ErrorCode.CUSTOMER_RESOURCE_NOT_FOUND, "Resource not found: " + scope);
            }
            Instant until = end.filter(now::isAfter).orElse(now);
            Function<Instant, Optional<Instant>> ends = ends(calculation.feature(feature));
            UsageLog log = customer.usage(scope, EntitlementRef.feature(featureId));
            Map<Map<String, String>, List<Reading>> groups = new LinkedHashMap<>();
            if (!groupBy.isEmpty()) {
                log.groups(groupBy).forEach((tags, part) -> {
                    List<Reading> readings = readings(part, until, ends);
                    if (!readings.isEmpty()) {
                        groups.put(tags, readings);
                    }
                });
            }
            return new History(readings(log, until, ends), groups);
        }

        private List<Reading> readings(UsageLog log, Instant until, Function<Instant, Optional<Instant>> ends) {
            return log.readings(until, ends).stream()
                    .filter(reading -> !reading.at().isBefore(start))
                    .toList();
        }

        private CatalogFeature metered() {
            CatalogFeature feature =
                    world.catalog().feature(featureId).orElseThrow(() -> refusals.featureNotFound(featureId));
            if (!feature.feature().isMetered()) {
                throw refusals.because(
                        ErrorCode.METERING_NOT_AVAILABLE_FOR_FEATURE_TYPE, featureId + " is not a metered feature");
            }
            return feature;
        }

        /** The periods are those of the entitlement as it is now, unless others are asked for. */
        private Function<Instant, Optional<Instant>> ends(Optional<FeatureFact> fact) {
            Optional<ResetPeriod> period = reset.or(() -> fact.flatMap(FeatureFact::resetPeriod));
            if (period.isEmpty()) {
                return at -> Optional.empty();
            }
            Instant anchor = reset.map(other -> UsageWindows.anchor(start, other))
                    .or(() -> fact.flatMap(FeatureFact::usagePeriodAnchor))
                    .orElse(start);
            return at -> UsageWindows.at(at, anchor, period.get().unit()).end();
        }
    }
}
