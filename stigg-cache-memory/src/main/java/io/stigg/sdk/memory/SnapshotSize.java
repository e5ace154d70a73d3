package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Estimates how much heap a snapshot takes, with its place in the cache and what the core derives from it to answer
 * checks.
 *
 * <p>Each kind of object counts what it takes on a 64-bit JVM with compressed references: 12 bytes and its fields, in
 * steps of 8. Texts count one byte for each character, or two if one of them needs two. A feature counts where it is not
 * shared with other customers.
 */
final class SnapshotSize {
    /** The snapshot with its scope, look-up and index, and the times that its facts share; its entry, in our maps and in Ehcache. */
    private static final long SNAPSHOT = 720;
    /** A fact, its usage, what is derived of it, and the slots that refer to it. */
    private static final long FACT = 210;
    /** A feature or a currency. */
    private static final long CATALOGUE_ENTRY = 48;

    private static final long TEXT = 40;
    private static final long OPTIONAL = 16;
    private static final long INSTANT = 24;
    private static final long NUMBER = 24;
    private static final long SMALL_RECORD = 24;
    private static final long COLLECTION = 40;
    private static final long SLOT = 8;
    private static final int DEEPEST = 16;

    private SnapshotSize() {}

    /** @param isShared whether a feature is other customers' as well */
    static long of(EntitlementSnapshot snapshot, Predicate<Feature> isShared) {
        long size = SNAPSHOT
                + text(snapshot.scope().customerId())
                + optionalText(snapshot.scope().resourceId())
                + denial(snapshot.denial())
                + instant(snapshot.updatedAt());
        for (EntitlementFact fact : snapshot.entitlements()) {
            size += fact instanceof FeatureFact feature ? of(feature, isShared) : of((CreditFact) fact);
        }
        return size;
    }

    private static long of(FeatureFact fact, Predicate<Feature> isShared) {
        return FACT
                + (isShared.test(fact.feature()) ? 0 : of(fact.feature()))
                + denial(fact.denial())
                + (fact.usageLimit().isPresent() ? NUMBER : 0)
                + (fact.enumValues().isEmpty() ? 0 : values(fact.enumValues(), 0))
                + fact.creditRate()
                        .map(rate -> OPTIONAL + SMALL_RECORD + text(rate.currencyId()))
                        .orElse(0L)
                + instant(fact.validUntil());
    }

    private static long of(CreditFact fact) {
        return FACT + of(fact.currency()) + denial(fact.denial()) + of(fact.usage()) + instant(fact.validUntil());
    }

    static long of(Feature feature) {
        return CATALOGUE_ENTRY
                + text(feature.id())
                + text(feature.displayName())
                + optionalText(feature.description())
                + optionalText(feature.units())
                + optionalText(feature.unitsPlural())
                + (feature.unitTransformation().isPresent() ? OPTIONAL + SMALL_RECORD : 0)
                + (feature.metadata().isEmpty() ? 0 : map(feature.metadata(), 0));
    }

    private static long of(CreditCurrency currency) {
        return CATALOGUE_ENTRY
                + text(currency.id())
                + text(currency.displayName())
                + optionalText(currency.description())
                + optionalText(currency.unitSingular())
                + optionalText(currency.unitPlural())
                + (currency.metadata().isEmpty() ? 0 : map(currency.metadata(), 0));
    }

    private static long of(Usage usage) {
        UsagePeriod period = usage.period();
        return instant(usage.updatedAt()) + SMALL_RECORD + instant(period.start()) + instant(period.end());
    }

    private static long denial(Optional<Denial> denial) {
        return denial.map(why -> OPTIONAL + SMALL_RECORD + text(why.wireName())).orElse(0L);
    }

    private static long instant(Optional<?> instant) {
        return instant.isPresent() ? OPTIONAL + INSTANT : 0;
    }

    private static long optionalText(Optional<String> text) {
        return text.map(present -> OPTIONAL + text(present)).orElse(0L);
    }

    private static long text(String text) {
        return TEXT + (isLatin(text) ? 1L : 2L) * text.length();
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static long map(Map<?, ?> map, int depth) {
        return values(map.keySet(), depth) + values(map.values(), depth);
    }

    private static long values(Collection<?> values, int depth) {
        long size = COLLECTION;
        for (Object value : values) {
            size += SLOT + value(value, depth + 1);
        }
        return size;
    }

    private static long value(Object value, int depth) {
        if (value instanceof String text) {
            return text(text);
        }
        if (depth < DEEPEST && value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        return depth < DEEPEST && value instanceof Collection<?> values ? values(values, depth) : NUMBER;
    }
}
