package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a customer is entitled to, and why: {@link StiggBackend#explain} over HTTP. */
final class ExplanationsResource implements ControlResource {
    private final StiggBackend backend;

    ExplanationsResource(StiggBackend backend) {
        this.backend = backend;
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("GET", this::explain);
    }

    private Map<String, Object> explain(ControlInput input) {
        input.allowOnly("customer", "resource", "feature", "currency", "usage", "values");
        Catalog catalog = backend.catalog();
        ExplanationJson json = new ExplanationJson(catalog);
        List<Map<String, Object>> explanations = queries(input, catalog)
                .map(query -> json.explanation(query, backend.explain(query)))
                .toList();
        return Map.of("now", backend.now(), "explanations", explanations);
    }

    private static Stream<EntitlementQuery> queries(ControlInput input, Catalog catalog) {
        CustomerScope scope = new CustomerScope(input.text("customer"), input.optionalText("resource"));
        double usage = input.parameter("usage").orElse(0);
        List<String> values = input.optionalText("values")
                .map(text -> List.of(text.split(",")))
                .orElse(List.of());
        Optional<String> feature = input.optionalText("feature");
        Optional<String> currency = input.optionalText("currency");
        if (feature.isPresent() || currency.isPresent()) {
            return Stream.concat(
                    feature.stream().map(id -> new FeatureQuery(scope, id, Optional.empty(), usage, values)),
                    currency.stream().map(id -> new CreditQuery(scope, id, Optional.empty(), usage)));
        }
        return Stream.concat(
                catalog.features().stream()
                        .map(CatalogFeature::id)
                        .map(id -> new FeatureQuery(scope, id, Optional.empty(), 0, List.of())),
                catalog.currencies().stream().map(each -> new CreditQuery(scope, each.id(), Optional.empty(), 0)));
    }
}
