package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureEntitlement;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;

/**
 * A feature of whatever type: answered by the check of its type. A feature that is not in the set, or of a type that this
 * SDK does not know, is denied as a boolean one. A fixed answer takes the kind that the question and the answer suggest.
 */
final class FeatureCheck extends CheckKind<FeatureQuery, FeatureEntitlement> {
    @Override
    FeatureEntitlement evaluate(Holding held, FeatureQuery query, long nowMillis, AnswerBasis basis) {
        HeldFeature found = held.feature(query.featureId());
        if (found == null) {
            return CheckKinds.BOOLEAN.evaluate(held, asBoolean(query), nowMillis, basis);
        }
        Feature feature = found.fact.feature();
        if (feature.isMetered()) {
            return CheckKinds.METERED.evaluate(held, asMetered(query), nowMillis, basis);
        }
        if (feature.isNumeric()) {
            return CheckKinds.NUMERIC.evaluate(held, asNumeric(query), nowMillis, basis);
        }
        return feature.type() == FeatureType.ENUM
                ? CheckKinds.ENUM.evaluate(held, asEnum(query), nowMillis, basis)
                : CheckKinds.BOOLEAN.evaluate(held, asBoolean(query), nowMillis, basis);
    }

    @Override
    FeatureEntitlement fixed(FeatureQuery query, FixedAnswer answer, AnswerBasis basis) {
        if (query.requestedUsage() > 0 || answer.currentUsage() > 0) {
            return CheckKinds.METERED.fixed(asMetered(query), answer, basis);
        }
        if (!query.requestedValues().isEmpty() || !answer.enumValues().isEmpty()) {
            return CheckKinds.ENUM.fixed(asEnum(query), answer, basis);
        }
        if (answer.limit().isPresent() || answer.isUnlimited()) {
            return CheckKinds.NUMERIC.fixed(asNumeric(query), answer, basis);
        }
        return CheckKinds.BOOLEAN.fixed(asBoolean(query), answer, basis);
    }

    @Override
    String id(FeatureQuery query) {
        return query.featureId();
    }

    private static BooleanQuery asBoolean(FeatureQuery query) {
        return new BooleanQuery(query.scope(), query.featureId(), query.fallback());
    }

    private static NumericQuery asNumeric(FeatureQuery query) {
        return new NumericQuery(query.scope(), query.featureId(), query.fallback());
    }

    private static MeteredQuery asMetered(FeatureQuery query) {
        return new MeteredQuery(query.scope(), query.featureId(), query.fallback(), query.requestedUsage());
    }

    private static EnumQuery asEnum(FeatureQuery query) {
        return new EnumQuery(query.scope(), query.featureId(), query.fallback(), query.requestedValues());
    }
}
