package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.fact.CreditFact;
import java.util.Optional;

/**
 * A wallet of credits: granted if what is left covers what is requested; with nothing requested, if anything is left at
 * all. A soft limit grants whatever is left.
 *
 * <p>Stigg's own {@code InsufficientCredits} is not taken over: the balance at hand may be newer.
 */
final class CreditCheck extends CheckKind<CreditQuery, CreditEntitlement> {
    @Override
    CreditEntitlement evaluate(Holding held, CreditQuery query, long nowMillis, AnswerBasis basis) {
        CreditFact fact = held.credit(query.currencyId());
        double requested = query.requestedUsage();
        if (fact == null) {
            return new CreditEntitlement(
                    query.currencyId(),
                    Optional.empty(),
                    held.missingCredit(),
                    basis,
                    0,
                    0,
                    requested,
                    false,
                    Optional.empty());
        }
        return new CreditEntitlement(
                query.currencyId(),
                Optional.of(fact.currency()),
                denial(fact, requested),
                basis,
                fact.usageLimit(),
                fact.usage().currentUsage(),
                requested,
                fact.hasSoftLimit(),
                fact.usage().period().end());
    }

    private static Optional<Denial> denial(CreditFact fact, double requested) {
        if (fact.denial().isPresent() && fact.denial().get().reason() != AccessDeniedReason.INSUFFICIENT_CREDITS) {
            return fact.denial();
        }
        boolean covered = requested > 0 ? requested <= fact.remaining() : fact.remaining() > 0;
        return fact.hasSoftLimit() || covered ? Denials.NONE : Denials.INSUFFICIENT_CREDITS;
    }

    @Override
    CreditEntitlement fixed(CreditQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new CreditEntitlement(
                query.currencyId(),
                Optional.empty(),
                answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN,
                basis,
                answer.limit().orElse(0),
                answer.currentUsage(),
                query.requestedUsage(),
                answer.isUnlimited(),
                Optional.empty());
    }

    @Override
    String id(CreditQuery query) {
        return query.currencyId();
    }

    @Override
    Optional<FixedAnswer> override(Overrides overrides, CreditQuery query) {
        return overrides.find(query.scope().customerId());
    }

    @Override
    Optional<FixedAnswer> configured(Fallbacks fallbacks, CreditQuery query) {
        return Optional.ofNullable(fallbacks.currencies().get(query.currencyId()));
    }
}
