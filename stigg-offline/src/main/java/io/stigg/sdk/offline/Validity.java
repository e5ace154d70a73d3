package io.stigg.sdk.offline;

import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import java.time.Instant;
import java.util.Optional;

/** Until when an entitlement is granted. Nobody can be asked for another one afterwards, so it ends then. */
final class Validity {
    private Validity() {}

    /** Ends a fact at an instant, unless it ends before. */
    static EntitlementFact atMost(EntitlementFact fact, Instant end) {
        Optional<Instant> until =
                Optional.of(fact.validUntil().filter(end::isAfter).orElse(end));
        if (fact instanceof CreditFact credit) {
            return new CreditFact(
                    credit.currency(),
                    credit.denial(),
                    credit.usageLimit(),
                    credit.hasSoftLimit(),
                    credit.usage(),
                    until);
        }
        FeatureFact feature = (FeatureFact) fact;
        return new FeatureFact(
                feature.feature(),
                feature.denial(),
                feature.usageLimit(),
                feature.isUnlimited(),
                feature.hasSoftLimit(),
                feature.enumValues(),
                feature.resetPeriod(),
                feature.usagePeriodAnchor(),
                feature.usage(),
                feature.creditRate(),
                until);
    }

    static boolean holds(EntitlementFact fact, Instant now) {
        return fact.validUntil().map(now::isBefore).orElse(true);
    }
}
