package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.credit.CreditLedgerEvent;
import io.stigg.sdk.credit.CreditLedgerEventType;
import io.stigg.sdk.credit.CreditUsage;
import io.stigg.sdk.credit.CreditUsagePoint;
import io.stigg.sdk.credit.CreditUsageSeries;
import io.stigg.sdk.credit.CreditUsageTimeRange;
import io.stigg.sdk.credit.GetCreditUsage;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.error.ErrorCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what was consumed, out of the ledger. Not thread-safe; guarded by the environment. */
final class CreditUsages {
    private static final Refusals REFUSALS = new Refusals("GetCreditUsage");

    private final World world;

    CreditUsages(World world) {
        this.world = world;
    }

    CreditUsage usage(GetCreditUsage request, Moment moment) {
        CustomerRecord customer = world.existing(request.customerId(), REFUSALS);
        if (!request.groupBy().isEmpty()) {
            throw REFUSALS.because(ErrorCode.UNSUPPORTED_PARAMETER, "groupBy is not supported");
        }
        CreditCurrency currency = currency(request);
        Instant end = request.endDate().orElse(moment.now());
        Instant start = request.startDate()
                .or(() -> request.timeRange().map(range -> start(range, end.atOffset(ZoneOffset.UTC))))
                .orElse(Instant.MIN);
        Map<String, List<CreditLedgerEvent>> byFeature = customer.credits().ledger(moment.now()).stream()
                .filter(event -> event.eventType() == CreditLedgerEventType.CREDITS_CONSUMED)
                .filter(event -> event.currencyId().equals(currency.id()))
                .filter(event -> event.resourceId().equals(request.resourceId()))
                .filter(event ->
                        !event.timestamp().isBefore(start) && !event.timestamp().isAfter(end))
                .collect(Collectors.groupingBy(
                        event -> event.featureId().orElse(""), LinkedHashMap::new, Collectors.toList()));
        Page<CreditUsageSeries> page = Pages.of(
                byFeature.values().stream().map(this::series).toList(),
                request.paging().orElse(Paging.first(byFeature.size() + 1)),
                REFUSALS);
        return new CreditUsage(
                page.items(),
                Optional.of(CatalogViews.currency(currency)),
                page.startCursor(),
                page.endCursor(),
                page.hasNextPage(),
                page.hasPreviousPage());
    }

    /** Credits of several currencies cannot be added up. */
    private CreditCurrency currency(GetCreditUsage request) {
        request.currencyId().ifPresent(id -> world.requireCurrency(id, REFUSALS));
        Collection<CreditCurrency> all = world.catalog().currencies();
        return request.currencyId()
                .flatMap(world.catalog()::currency)
                .or(() -> all.stream().findFirst().filter(only -> all.size() == 1))
                .orElseThrow(() -> REFUSALS.because(
                        ErrorCode.UNSUPPORTED_PARAMETER, "currencyId is needed where there are several currencies"));
    }

    private static Instant start(CreditUsageTimeRange range, OffsetDateTime end) {
        return switch (range) {
            case LAST_DAY -> end.minusDays(1).toInstant();
            case LAST_WEEK -> end.minusWeeks(1).toInstant();
            case LAST_MONTH -> end.minusMonths(1).toInstant();
            case LAST_YEAR -> end.minusYears(1).toInstant();
        };
    }

    private CreditUsageSeries series(List<CreditLedgerEvent> events) {
        Map<Instant, Double> points = new TreeMap<>();
        events.forEach(event -> points.merge(event.timestamp(), event.amount(), Double::sum));
        return new CreditUsageSeries(
                events.get(0).featureId(),
                events.get(0)
                        .featureId()
                        .flatMap(world.catalog()::feature)
                        .map(known -> known.feature().displayName()),
                events.stream().mapToDouble(CreditLedgerEvent::amount).sum(),
                points.entrySet().stream()
                        .map(point -> new CreditUsagePoint(point.getKey(), point.getValue()))
                        .toList());
    }
}
