package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.FixedAnswer;
import java.util.List;
import java.util.Optional;

/** A list of allowed values: granted if every requested value is among them. */
final class EnumCheck extends CheckKind<EnumQuery, EnumEntitlement> {
    @Override
    EnumEntitlement evaluate(Holding held, EnumQuery query, long nowMillis, AnswerBasis basis) {
        HeldFeature feature = held.feature(query.featureId());
        List<String> requested = query.requestedValues();
        if (feature == null) {
            return new EnumEntitlement(
                    query.featureId(), Optional.empty(), held.missingFeature(), basis, List.of(), requested);
        }
        if (feature.fact.feature().type() != FeatureType.ENUM) {
            return new EnumEntitlement(
                    query.featureId(), feature.feature, Denials.FEATURE_TYPE_MISMATCH, basis, List.of(), requested);
        }
        List<String> allowed = feature.fact.enumValues();
        Optional<Denial> denial =
                feature.denial.isPresent() || allows(allowed, requested) ? feature.denial : Denials.VALUES_MISMATCH;
        return new EnumEntitlement(query.featureId(), feature.feature, denial, basis, allowed, requested);
    }

    private static boolean allows(List<String> allowed, List<String> requested) {
        return allowed.containsAll(requested);
    }

    @Override
    EnumEntitlement fixed(EnumQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new EnumEntitlement(
                query.featureId(),
                Optional.empty(),
                answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN,
                basis,
                answer.enumValues(),
                query.requestedValues());
    }

    @Override
    String id(EnumQuery query) {
        return query.featureId();
    }
}
