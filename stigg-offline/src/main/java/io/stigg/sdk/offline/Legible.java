package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tells what can be written as JSON and read again. Half a character is no text, and a limit that is negative or not a number is
 * no limit; whoever has such an id or limit is left out of a file rather than taken for somebody else.
 */
final class Legible {
    private static final int DEEPEST_METADATA = 32;

    private Legible() {}

    /** Tells whether a value is not nested more deeply than a reader goes. */
    static boolean isShallow(Object value) {
        return isShallow(value, DEEPEST_METADATA);
    }

    private static boolean isShallow(Object value, int depth) {
        Collection<?> within = value instanceof Map<?, ?> members
                ? members.values()
                : value instanceof Collection<?> elements ? elements : List.of();
        return depth > 0 && within.stream().allMatch(inner -> isShallow(inner, depth - 1));
    }

    static boolean is(CustomerScope scope) {
        return is(scope.customerId()) && is(scope.resourceId().orElse(""));
    }

    static boolean is(EntitlementFact fact) {
        return is(fact.ref().id())
                && !fact.ref().id().isBlank()
                && Double.isFinite(fact.usage().currentUsage())
                && (fact instanceof FeatureFact feature ? isFeature(feature) : isCredit((CreditFact) fact));
    }

    private static boolean isFeature(FeatureFact fact) {
        return fact.usageLimit().stream().allMatch(Legible::isAmount)
                && fact.enumValues().stream().allMatch(Legible::is)
                && fact.creditRate()
                        .map(rate -> isAmount(rate.amount())
                                && is(rate.currencyId())
                                && !rate.currencyId().isBlank())
                        .orElse(true);
    }

    private static boolean isCredit(CreditFact fact) {
        return isAmount(fact.usageLimit());
    }

    private static boolean is(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static boolean isAmount(double amount) {
        return amount >= 0 && Double.isFinite(amount);
    }
}
