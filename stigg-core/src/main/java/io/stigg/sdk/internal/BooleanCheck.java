package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import java.util.Optional;

/** A feature that is on or off. The answer depends on nothing but the fact, so the fresh one is made once and kept. */
final class BooleanCheck extends CheckKind<BooleanQuery, BooleanEntitlement> {
    @Override
    BooleanEntitlement evaluate(Holding held, BooleanQuery query, long nowMillis, AnswerBasis basis) {
        BooleanEntitlement fresh = held.freshBoolean(query.featureId());
        if (fresh == null) {
            return new BooleanEntitlement(query.featureId(), Optional.empty(), held.missingFeature(), basis);
        }
        return basis == AnswerBasis.FRESH
                ? fresh
                : new BooleanEntitlement(fresh.featureId(), fresh.feature(), fresh.denial(), basis);
    }

    @Override
    BooleanEntitlement fixed(BooleanQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new BooleanEntitlement(
                query.featureId(), Optional.empty(), answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN, basis);
    }

    @Override
    String id(BooleanQuery query) {
        return query.featureId();
    }
}
