package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Asks the backend itself, and words its verdicts as a client would. */
final class DirectRoute implements ScenarioRoute {
    private final StiggBackend backend;
    private final ApiTransport line;

    DirectRoute(StiggBackend backend) {
        this.backend = backend;
        this.line = backend.connect();
    }

    @Override
    public <R> R ask(StiggRequest<R> request) {
        try {
            return line.send(request).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    @Override
    public Entitlement check(EntitlementQuery query) {
        Verdict verdict = backend.entitlement(query);
        return verdict.fact()
                .map(fact -> worded(fact, verdict.denial()))
                .orElseGet(() -> absent(query, verdict.denial()));
    }

    private static Entitlement absent(EntitlementQuery query, Optional<Denial> denial) {
        return query instanceof CreditQuery credit
                ? new CreditEntitlement(
                        credit.currencyId(),
                        Optional.empty(),
                        denial,
                        AnswerBasis.FRESH,
                        0,
                        0,
                        0,
                        false,
                        Optional.empty())
                : new BooleanEntitlement("unknown", Optional.empty(), denial, AnswerBasis.FRESH);
    }

    private static Entitlement worded(EntitlementFact fact, Optional<Denial> denial) {
        return fact instanceof CreditFact wallet
                ? new CreditEntitlement(
                        wallet.currency().id(),
                        Optional.of(wallet.currency()),
                        denial,
                        AnswerBasis.FRESH,
                        wallet.usageLimit(),
                        wallet.usage().currentUsage(),
                        0,
                        wallet.hasSoftLimit(),
                        wallet.usage().period().end())
                : worded((FeatureFact) fact, denial);
    }

    private static Entitlement worded(FeatureFact fact, Optional<Denial> denial) {
        String id = fact.feature().id();
        if (fact.feature().isMetered()) {
            return new MeteredEntitlement(
                    id,
                    Optional.of(fact.feature()),
                    denial,
                    AnswerBasis.FRESH,
                    fact.usageLimit(),
                    fact.isUnlimited(),
                    fact.hasSoftLimit(),
                    fact.usage().currentUsage(),
                    0,
                    fact.resetPeriod(),
                    fact.usagePeriodAnchor(),
                    fact.usage().period());
        } else if (fact.feature().type() == FeatureType.NUMBER) {
            return new NumericEntitlement(
                    id, Optional.of(fact.feature()), denial, AnswerBasis.FRESH, fact.usageLimit(), fact.isUnlimited());
        }
        return fact.feature().type() == FeatureType.ENUM
                ? new EnumEntitlement(
                        id, Optional.of(fact.feature()), denial, AnswerBasis.FRESH, fact.enumValues(), List.of())
                : new BooleanEntitlement(id, Optional.of(fact.feature()), denial, AnswerBasis.FRESH);
    }

    @Override
    public EntitlementsState state(CustomerScope scope) {
        EntitlementSnapshot set = ask(new GetEntitlementsState(scope, Freshness.LATEST));
        return new EntitlementsState(
                set.entitlements().stream()
                        .map(fact -> worded(fact, fact.denial()))
                        .toList(),
                set.denial(),
                AnswerBasis.FRESH);
    }

    @Override
    public boolean isClient() {
        return false;
    }

    @Override
    public void close() {
        line.close();
    }
}
