package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.testkit.catalog.CreditAllowance;
import io.stigg.sdk.testkit.catalog.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many credits of a currency a selection gives each period, add-ons included. They add to the plan, or the largest of
 * those that override takes its place.
 *
 * @param currencyId the currency
 * @param amount how many credits
 * @param cadence how often
 * @param hasSoftLimit whether more may be consumed
 */
record RecurringTerms(String currencyId, double amount, ResetPeriod.Unit cadence, boolean hasSoftLimit) {
    static Collection<RecurringTerms> of(Selection selection) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        AgreedTerms.allowances(selection).forEach(planned -> add(parts, new Part(planned, 1)));
        selection
                .addons()
                .forEach((addon, quantity) ->
                        addon.allowances().forEach(added -> add(parts, new Part(added, quantity))));
        return parts.values().stream().map(each -> folded(each, selection)).toList();
    }

    private static void add(Map<String, List<Part>> parts, Part part) {
        parts.computeIfAbsent(part.allowance.currencyId(), id -> new ArrayList<>())
                .add(part);
    }

    private static RecurringTerms folded(List<Part> parts, Selection selection) {
        CreditAllowance first = parts.get(0).allowance;
        double sum = parts.stream().mapToDouble(part -> part.amount(selection)).sum();
        double amount = parts.stream()
                .filter(part -> part.allowance.overrides())
                .mapToDouble(part -> part.amount(selection))
                .max()
                .orElse(sum);
        return new RecurringTerms(
                first.currencyId(),
                amount,
                first.cadence(),
                parts.stream().anyMatch(part -> part.allowance.hasSoftLimit()));
    }

    private record Part(CreditAllowance allowance, int quantity) {
        double amount(Selection selection) {
            double units = allowance
                    .perUnitOf()
                    .map(featureId -> Sources.grant(selection, featureId)
                            .map(Grant::limit)
                            .map(limit -> limit.orElse(0))
                            .orElse(0.0))
                    .orElse(1.0);
            return allowance.amount() * units * quantity;
        }
    }
}
