package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.validation.SchemaValidator;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every root of Stigg's schema")
class SchemaWiringTest {
    private static final GraphQLSchema SCHEMA = SchemaWiring.engine().getGraphQLSchema();

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @BeforeEach
    void fill() {
        client.query("mutation { provisionCustomer(input: {customerId: \"cust-1\", subscriptionParams: "
                + "{planId: \"plan-pro\", addons: [{addonId: \"addon-calls\", quantity: 2}], "
                + "billableFeatures: [{featureId: \"feature-seats\", quantity: 5}]}}) { __typename } }");
        backend.setUsage(CustomerScope.of("cust-1"), "feature-api-calls", 5);
        backend.promote("cust-1", Grant.limited("feature-api-calls", 5));
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    @DisplayName("is valid with all of its types, which the emulator does not check again at each start")
    void isValid() {
        assertThat(new SchemaValidator().validateSchema(SCHEMA)).isEmpty();
        assertThatCode(() -> UnExecutableSchemaGenerator.makeUnExecutableSchema(
                        new SchemaParser().parse(Resources.text("stigg-api.graphql"))))
                .doesNotThrowAnyException();
    }

    static Stream<String> queries() {
        return SCHEMA.getQueryType().getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName);
    }

    static Stream<String> mutations() {
        return SCHEMA.getMutationType().getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName);
    }

    static Stream<String> subscriptions() {
        return SCHEMA.getSubscriptionType().getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    @DisplayName("that is a query is served with all of its fields")
    void query(String name) {
        GraphQLFieldDefinition root = SCHEMA.getQueryType().getFieldDefinition(name);

        Answer answer = client.query("query Any " + documents().of(root));

        expectServed(answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    @DisplayName("that is a mutation is served with all of its fields")
    void mutation(String name) {
        GraphQLFieldDefinition root = SCHEMA.getMutationType().getFieldDefinition(name);

        Answer answer = client.query("mutation Any " + documents().of(root));

        expectServed(answer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscriptions")
    @DisplayName("that is a subscription is served over a WebSocket with all of its fields")
    void subscription(String name) {
        GraphQLFieldDefinition root = SCHEMA.getSubscriptionType().getFieldDefinition(name);

        try (RawSocket socket = RawSocket.open(emulator.uri(), "key")) {
            socket.subscribe("1", "subscription Any " + documents().of(root)).sync();

            assertThat(socket.hasNothingMore()).isTrue();
        }
    }

    private FullDocument documents() {
        String subscriptionId = backend.subscriptions("cust-1").get(0).id();
        return new FullDocument(Map.ofEntries(
                Map.entry("billingPeriod", "MONTHLY"),
                Map.entry("currencyId", "cred-ai"),
                Map.entry("customerId", "cust-1"),
                Map.entry("customerRefId", "cust-1"),
                Map.entry("featureId", "feature-api-calls"),
                Map.entry("featureRefId", "feature-api-calls"),
                Map.entry("period", "LIFETIME"),
                Map.entry("planId", "plan-basic"),
                Map.entry("subscriptionId", subscriptionId),
                Map.entry("subscriptionRefId", subscriptionId)));
    }

    private static void expectServed(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<?> errors = answer.json().containsKey("errors") ? answer.list("errors") : List.of();
        Map<Object, String> refusals = errors.stream()
                .map(RawClient::members)
                .collect(Collectors.toMap(
                        error -> RawClient.members(error.get("extensions")).get("code"),
                        error -> String.valueOf(error.get("message")),
                        (one, other) -> one));
        // Whoever knows nothing of the arguments is refused by Stigg's rules, and never by a failure of the emulator.
        assertThat(refusals.keySet()).as("codes of %s", refusals).doesNotContain("UnexpectedError");
        assertThat(refusals.values()).noneMatch(message -> message.contains("does not serve"));
    }
}
