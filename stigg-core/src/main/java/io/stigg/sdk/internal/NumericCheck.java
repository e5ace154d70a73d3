package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import java.util.Optional;
import java.util.OptionalDouble;

/** A numeric configuration: granted with its number, whatever the number is. */
final class NumericCheck extends CheckKind<NumericQuery, NumericEntitlement> {
    @Override
    NumericEntitlement evaluate(Holding held, NumericQuery query, long nowMillis, AnswerBasis basis) {
        HeldFeature feature = held.feature(query.featureId());
        if (feature == null) {
            return new NumericEntitlement(
                    query.featureId(), Optional.empty(), held.missingFeature(), basis, OptionalDouble.empty(), false);
        }
        if (!feature.fact.feature().isNumeric()) {
            return new NumericEntitlement(
                    query.featureId(),
                    feature.feature,
                    Denials.FEATURE_TYPE_MISMATCH,
                    basis,
                    OptionalDouble.empty(),
                    false);
        }
        boolean unlimited = feature.fact.isUnlimited();
        OptionalDouble value = unlimited ? OptionalDouble.empty() : feature.fact.usageLimit();
        Optional<Denial> denial = feature.denial;
        return new NumericEntitlement(query.featureId(), feature.feature, denial, basis, value, unlimited);
    }

    @Override
    NumericEntitlement fixed(NumericQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new NumericEntitlement(
                query.featureId(),
                Optional.empty(),
                answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN,
                basis,
                answer.limit(),
                answer.isUnlimited());
    }

    @Override
    String id(NumericQuery query) {
        return query.featureId();
    }
}
