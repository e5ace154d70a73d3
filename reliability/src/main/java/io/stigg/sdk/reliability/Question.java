package io.stigg.sdk.reliability;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import java.util.List;
import java.util.OptionalDouble;

/** What is asked of a client, and of Stigg itself. */
record Question(String customerId, String featureId) {
    static List<Question> of(String customerId) {
        return List.of(
                new Question(customerId, Shop.SSO),
                new Question(customerId, Shop.SIZE),
                new Question(customerId, Shop.CALLS));
    }

    Answer ask(Stigg stigg) {
        return switch (featureId) {
            case Shop.SSO -> {
                BooleanEntitlement sso = stigg.getBooleanEntitlement(customerId, featureId);
                yield answer(sso, OptionalDouble.empty());
            }
            case Shop.SIZE -> {
                NumericEntitlement size = stigg.getNumericEntitlement(NumericQuery.of(customerId, featureId));
                yield answer(size, size.value());
            }
            default -> {
                MeteredEntitlement calls = stigg.getMeteredEntitlement(
                        MeteredQuery.of(customerId, featureId).requesting(1));
                yield answer(calls, calls.usageLimit());
            }
        };
    }

    private static Answer answer(Entitlement entitlement, OptionalDouble limit) {
        return new Answer(new Verdict(entitlement.hasAccess(), limit), entitlement.basis());
    }

    boolean isMetered() {
        return featureId.equals(Shop.CALLS);
    }
}
