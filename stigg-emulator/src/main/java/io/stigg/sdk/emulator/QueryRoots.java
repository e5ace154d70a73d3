package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Answers the roots of queries. A list of what the emulator can be asked. */
final class QueryRoots {
    private final StiggBackend backend;
    private final ApiTransport transport;

    QueryRoots(StiggBackend backend, ApiTransport transport) {
        this.backend = backend;
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> fetchers() {
        return Map.of(
                "sdkConfiguration", environment -> sdkConfiguration(),
                "entitlementsState", environment -> snapshot(query(environment)).thenApply(EntitlementJson::state),
                "cachedEntitlements",
                        environment -> snapshot(query(environment)).thenApply(EntitlementJson::older),
                "entitlement", environment -> entitlement(query(environment)),
                "entitlementV2", environment -> entitlementV2(query(environment)));
    }

    private CompletionStage<Map<String, Object>> sdkConfiguration() {
        return transport.send(new GetSdkConfiguration()).thenApply(QueryRoots::configuration);
    }

    private static Map<String, Object> configuration(SdkConfiguration configuration) {
        return new Fields()
                .with("isWidgetWatermarkEnabled", configuration.isWidgetWatermarkEnabled())
                .with("showWatermark", configuration.isWidgetWatermarkEnabled())
                .toMap();
    }

    private CompletionStage<Map<String, Object>> entitlement(Input input) {
        FeatureQuery query = featureQuery(input);
        return judged(
                query,
                (verdict, snapshot) -> verdict.fact()
                        .map(fact -> EntitlementJson.older(
                                (FeatureFact) fact, verdict.denial(), query.scope(), snapshot.updatedAt()))
                        .orElseGet(
                                () -> EntitlementJson.missing(verdict.denial().orElseThrow()))
                        .with("customerId", query.scope().customerId())
                        .with("resourceId", query.scope().resourceId())
                        .with("requestedUsage", query.requestedUsage())
                        .with("requestedValues", query.requestedValues())
                        .toMap());
    }

    private CompletionStage<Map<String, Object>> entitlementV2(Input input) {
        Optional<String> currencyId = input.optionalId("currencyId");
        if (currencyId.isPresent() == input.optionalId("featureId").isPresent()) {
            throw new IllegalArgumentException("Either featureId or currencyId is needed, and not both");
        }
        EntitlementQuery query = currencyId.isPresent() ? creditQuery(input) : featureQuery(input);
        return judged(
                query,
                (verdict, snapshot) -> verdict.fact()
                        .map(fact -> EntitlementJson.newer(fact, verdict.denial(), snapshot.updatedAt()))
                        .orElseGet(() -> missing(query, verdict)));
    }

    private Map<String, Object> missing(EntitlementQuery query, Verdict verdict) {
        Fields fields = EntitlementJson.missing(verdict.denial().orElseThrow());
        if (query instanceof CreditQuery credit) {
            CreditCurrency currency = backend.catalog()
                    .currency(credit.currencyId())
                    .orElseGet(() -> CreditCurrency.of(credit.currencyId()));
            fields.with(Fields.TYPE, "CreditEntitlement").with("currency", FeatureJson.currency(currency));
        }
        return fields.toMap();
    }

    /** Asks for the set as well as for the verdict: it carries the time, and fails when the backend is away. */
    private CompletionStage<Map<String, Object>> judged(
            EntitlementQuery query, BiFunction<Verdict, EntitlementSnapshot, Map<String, Object>> writer) {
        return transport
                .send(new GetEntitlementsState(query.scope(), Freshness.LATEST))
                .thenApply(snapshot -> writer.apply(backend.entitlement(query), snapshot));
    }

    private CompletionStage<EntitlementSnapshot> snapshot(Input input) {
        return transport.send(new GetEntitlementsState(input.scope(), Freshness.LATEST));
    }

    private static FeatureQuery featureQuery(Input input) {
        return new FeatureQuery(
                input.scope(),
                input.text("featureId"),
                Optional.empty(),
                requestedUsage(input),
                requestedValues(input));
    }

    private static CreditQuery creditQuery(Input input) {
        return new CreditQuery(input.scope(), input.text("currencyId"), Optional.empty(), requestedUsage(input));
    }

    private static double requestedUsage(Input input) {
        return input.optionalObject("options")
                .flatMap(options -> options.optionalNumber("requestedUsage"))
                .orElse(0.0);
    }

    private static List<String> requestedValues(Input input) {
        return input.optionalObject("options")
                .map(options -> options.texts("requestedValues"))
                .orElse(List.of());
    }

    private static Input query(DataFetchingEnvironment environment) {
        return new Input(requireNonNull(environment.getArgument("query")));
    }
}
