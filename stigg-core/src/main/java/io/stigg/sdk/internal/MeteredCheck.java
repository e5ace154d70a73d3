package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A feature whose usage is counted: granted while the current and the requested usage together are within the limit, or
 * whatever they are if the limit is soft or there is none. Once a usage period has ended, usage is 0.
 *
 * <p>Source: Node server SDK 4.55.0, with the roll-over applied to every evaluation.
 */
final class MeteredCheck extends CheckKind<MeteredQuery, MeteredEntitlement> {
    @Override
    MeteredEntitlement evaluate(Holding held, MeteredQuery query, long nowMillis, AnswerBasis basis) {
        HeldFeature feature = held.feature(query.featureId());
        if (feature == null) {
            return denied(query, Optional.empty(), held.missingFeature(), basis);
        }
        if (!feature.isMetered) {
            return denied(query, feature.feature, Denials.FEATURE_TYPE_MISMATCH, basis);
        }
        double requested = query.requestedUsage();
        if (feature.usagePeriodEndMillis <= nowMillis) {
            UsagePeriod period = feature.fact.usagePeriodAt(Instant.ofEpochMilli(nowMillis));
            return answer(feature, requested, basis, 0, period);
        }
        return basis == AnswerBasis.FRESH
                ? fresh(feature, requested)
                : answer(feature, requested, basis, feature.usage, feature.usagePeriod);
    }

    private static MeteredEntitlement fresh(HeldFeature feature, double requested) {
        MeteredEntitlement kept = feature.firstFresh;
        if (kept != null && kept.requestedUsage() == requested) {
            return kept;
        }
        MeteredEntitlement answer = answer(feature, requested, AnswerBasis.FRESH, feature.usage, feature.usagePeriod);
        if (kept == null) {
            feature.firstFresh = answer;
        }
        return answer;
    }

    private static MeteredEntitlement answer(
            HeldFeature feature, double requested, AnswerBasis basis, double usage, UsagePeriod period) {
        return new MeteredEntitlement(
                feature.id,
                feature.feature,
                denial(feature, usage, requested),
                basis,
                feature.statedLimit,
                feature.isUnlimited,
                feature.hasSoftLimit,
                usage,
                requested,
                feature.resetPeriod,
                feature.usagePeriodAnchor,
                period);
    }

    private static Optional<Denial> denial(HeldFeature feature, double usage, double requested) {
        if (feature.denial.isPresent()) {
            return feature.denial;
        }
        if (!feature.isUnlimited
                && !feature.hasSoftLimit
                // Not "usage > limit": what is not a number must not be granted.
                && !(usage + requested <= feature.limit)) {
            return Denials.EXCEEDING_LIMIT;
        }
        return isAffordable(feature, requested) ? Denials.NONE : Denials.INSUFFICIENT_CREDITS;
    }

    /** What is requested of a feature that costs credits has to be covered by the wallet, if the wallet is known. */
    private static boolean isAffordable(HeldFeature feature, double requested) {
        CreditFact wallet = feature.wallet;
        return wallet == null
                || wallet.hasSoftLimit()
                || requested
                                * feature.fact
                                        .creditRate()
                                        .map(rate -> rate.amount())
                                        .orElse(0.0)
                        <= wallet.remaining();
    }

    private static MeteredEntitlement denied(
            MeteredQuery query, Optional<Feature> feature, Optional<Denial> denial, AnswerBasis basis) {
        return new MeteredEntitlement(
                query.featureId(),
                feature,
                denial,
                basis,
                OptionalDouble.empty(),
                false,
                false,
                0,
                query.requestedUsage(),
                Optional.empty(),
                Optional.empty(),
                UsagePeriod.none());
    }

    @Override
    MeteredEntitlement fixed(MeteredQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new MeteredEntitlement(
                query.featureId(),
                Optional.empty(),
                answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN,
                basis,
                answer.limit(),
                answer.isUnlimited(),
                false,
                answer.currentUsage(),
                query.requestedUsage(),
                Optional.empty(),
                Optional.empty(),
                UsagePeriod.none());
    }

    @Override
    String id(MeteredQuery query) {
        return query.featureId();
    }
}
