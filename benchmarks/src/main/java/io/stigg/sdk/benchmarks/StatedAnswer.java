package io.stigg.sdk.benchmarks;

import static io.stigg.sdk.testkit.catalog.Term.everyMonth;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.http.graphql.Anomalies;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.http.graphql.Operation;
import io.stigg.sdk.http.graphql.Operations;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.catalog.PlanBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What Stigg answers when it is asked for the entitlements of a customer whose plan has so many features: of three, one is on or off,
 * one a number, one metered. Immutable.
 */
final class StatedAnswer {
    static final String KEY = "benchmark-key";
    static final String CUSTOMER = "customer-acme";

    private static final String PLAN = "plan-everything";

    private final Envelope envelope = new Envelope(new Anomalies(UnaryOperator.identity()), UnaryOperator.identity());
    private final byte[] bytes;

    private StatedAnswer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Asks an emulator. */
    static StatedAnswer ofFeatures(int count) throws IOException, InterruptedException {
        StiggBackend backend = StiggBackend.of(catalog(count));
        try (StiggEmulator emulator = StiggEmulator.serving(backend).apiKey(KEY).start()) {
            try (var stigg = backend.newClient()) {
                stigg.customers().provision(ProvisionCustomer.of(CUSTOMER).subscribedTo(PlanSelection.of(PLAN)));
            }
            HttpRequest request = request(emulator.uri(), CUSTOMER).build();
            return new StatedAnswer(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofByteArray())
                    .body());
        }
    }

    private static Catalog catalog(int count) {
        CatalogBuilder catalog = Catalog.builder();
        catalog.product("product-acme");
        PlanBuilder plan = catalog.plan(PLAN).free();
        for (int i = 0; i < count; i++) {
            String id = "feature-number-" + i;
            switch (i % 3) {
                case 0 -> {
                    catalog.onOff(id);
                    plan.grants(id);
                }
                case 1 -> {
                    catalog.number(id);
                    plan.sets(id, i);
                }
                default -> {
                    catalog.counter(id);
                    plan.meters(id, 1_000, everyMonth());
                }
            }
        }
        return catalog.build();
    }

    /** The question, as a client of the JDK puts it. */
    static HttpRequest.Builder request(URI stigg, String customerId) {
        return HttpRequest.newBuilder(stigg.resolve("/graphql"))
                .header("X-API-KEY", KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question(customerId).body()));
    }

    private static Operation<EntitlementSnapshot> question(String customerId) {
        return Operations.serving(new GetEntitlementsState(CustomerScope.of(customerId), Freshness.LATEST));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Reads it, for whatever customer it is taken to be. */
    EntitlementSnapshot decoded(String customerId) {
        Operation<EntitlementSnapshot> question = question(customerId);
        return question.read(envelope.data(question.name(), 200, bytes), Instant.now());
    }
}
