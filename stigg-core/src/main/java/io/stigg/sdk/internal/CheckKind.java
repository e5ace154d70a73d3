package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.Overrides;
import java.util.Optional;

/**
 * How one kind of question is answered. The kinds together are the evaluator: the only makers of answers, and pure
 * functions of what is held, the question and the instant. Thread-safe, without state.
 *
 * @param <Q> the question
 * @param <E> the answer
 */
public abstract sealed class CheckKind<Q extends EntitlementQuery, E extends Entitlement>
        permits BooleanCheck, NumericCheck, MeteredCheck, EnumCheck, CreditCheck, FeatureCheck {
    CheckKind() {}

    /** The id of the feature or currency that is asked about. */
    abstract String id(Q query);

    /** Answers from what Stigg said. */
    abstract E evaluate(Holding held, Q query, long nowMillis, AnswerBasis basis);

    /** Answers with a fallback or an override. */
    abstract E fixed(Q query, FixedAnswer answer, AnswerBasis basis);

    /** The override that applies; one of a feature unless the kind is not about features. */
    Optional<FixedAnswer> override(Overrides overrides, Q query) {
        return overrides.find(query.scope().customerId(), id(query));
    }

    /** The configured fallback that applies; one of a feature unless the kind is not about features. */
    Optional<FixedAnswer> configured(Fallbacks fallbacks, Q query) {
        return Optional.ofNullable(fallbacks.features().get(id(query)));
    }
}
