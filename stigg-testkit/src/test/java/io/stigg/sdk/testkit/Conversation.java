package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Talks to a backend as a client's transport does, and reads what it states. */
public record Conversation(StiggBackend backend, ApiTransport line) {
    public static final String CALLS = "feature-api-calls";
    public static final String SEATS = "feature-seats";

    public static Conversation withAcme() {
        StiggBackend backend = StiggBackend.acme();
        return new Conversation(backend, backend.connect());
    }

    public static Conversation with(Consumer<CatalogBuilder> terms) {
        CatalogBuilder catalog = Catalog.builder();
        terms.accept(catalog);
        StiggBackend backend = StiggBackend.of(catalog.build());
        return new Conversation(backend, backend.connect());
    }

    public <R> R ask(StiggRequest<R> request) {
        return line.send(request).toCompletableFuture().join();
    }

    /** Asks for what is refused, and returns the code. */
    public String refusal(StiggRequest<?> request) {
        Throwable failure = catchThrowable(() -> ask(request));
        if (failure instanceof CompletionException wrapper && wrapper.getCause() instanceof StiggApiException refusal) {
            return refusal.rawCode().orElse("none");
        }
        throw new AssertionError(request + " was not refused", failure);
    }

    public void customerOn(String planId) {
        customerOn(PlanSelection.of(planId).withoutTrial());
    }

    public void customerOn(PlanSelection selection) {
        ask(ProvisionCustomer.of("cust-1").subscribedTo(selection));
    }

    public Subscription subscribe(String planId) {
        return subscribe(PlanSelection.of(planId).withoutTrial());
    }

    public Subscription subscribe(PlanSelection selection) {
        return made(ProvisionSubscription.of("cust-1", selection));
    }

    public Subscription subscribe(String planId, Instant start) {
        return made(ProvisionSubscription.of("cust-1", PlanSelection.of(planId).withoutTrial())
                .startingAt(start));
    }

    private Subscription made(ProvisionSubscription request) {
        return ((ProvisionedSubscription.Created) ask(request)).subscription();
    }

    public UsageAck report(String featureId, double value) {
        return ask(ReportUsage.of("cust-1", featureId, value));
    }

    public EntitlementSnapshot state() {
        return state(CustomerScope.of("cust-1"));
    }

    public EntitlementSnapshot state(CustomerScope scope) {
        return ask(new GetEntitlementsState(scope, Freshness.LATEST));
    }

    public Optional<FeatureFact> find(String featureId) {
        return find(CustomerScope.of("cust-1"), featureId);
    }

    public Optional<FeatureFact> find(CustomerScope scope, String featureId) {
        return state(scope).entitlements().stream()
                .filter(fact -> fact.ref().equals(EntitlementRef.feature(featureId)))
                .map(FeatureFact.class::cast)
                .findFirst();
    }

    public FeatureFact feature(String featureId) {
        return find(featureId).orElseThrow();
    }

    public double limit(String featureId) {
        return feature(featureId).usageLimit().orElseThrow();
    }

    public double usage(String featureId) {
        return feature(featureId).usage().currentUsage();
    }

    public String denial(String featureId) {
        return feature(featureId).denial().map(Denial::wireName).orElse("none");
    }

    public CreditFact wallet() {
        return (CreditFact) state().entitlements().stream()
                .filter(fact -> fact.ref().equals(EntitlementRef.credit("cred-ai")))
                .findFirst()
                .orElseThrow();
    }

    public void advanceTo(String instant) {
        backend.clock().advanceTo(Instant.parse(instant));
    }
}
