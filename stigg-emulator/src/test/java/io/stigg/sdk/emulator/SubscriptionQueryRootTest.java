package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The emulator lists subscriptions")
class SubscriptionQueryRootTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @BeforeEach
    void customers() {
        subscribe("ann", "plan-free");
        subscribe("bob", "plan-basic");
        subscribe("eve", "plan-pro");
    }

    private void subscribe(String customerId, String planId) {
        backend.connect()
                .send(ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of(planId)))
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    private Answer list(String arguments) {
        return client.query("{ subscriptions(" + arguments + ") { edges { node { customer { refId } } } } }");
    }

    private static List<Object> customers(Answer answer) {
        return answer.list("data", "subscriptions", "edges").stream()
                .map(edge -> RawClient.members(
                                RawClient.members(RawClient.members(edge).get("node"))
                                        .get("customer"))
                        .get("refId"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "or: [{customerId: {eq: \"ann\"}}, {customerId: {eq: \"bob\"}}]| ann bob",
                "and: [{customerId: {in: [\"ann\", \"bob\"]}}, {status: {eq: ACTIVE}}]| ann bob",
                "customerId: {in: [\"ann\", \"eve\"]}, or: [{plan: {refId: {eq: \"plan-pro\"}}}, {customerId: {eq: \"bob\"}}]| eve",
                "or: [{and: [{customerId: {eq: \"ann\"}}, {customerId: {eq: \"bob\"}}]}, {customerId: {eq: \"eve\"}}]| eve",
                "and: [{customerId: {eq: \"ann\"}}, {customerId: {eq: \"bob\"}}]| ''",
                "customer: {refId: {eq: \"bob\"}}| bob",
                "customer: {or: [{refId: {eq: \"bob\"}}, {customerId: {eq: \"eve\"}}]}, plan: {refId: {eq: \"plan-pro\"}}| eve",
                "customer: {and: [{refId: {eq: \"bob\"}}, {customerId: {eq: \"eve\"}}]}| ''",
                "or: [{customer: {customerId: {eq: \"ann\"}}}]| ann",
                "resource: {resourceId: {eq: \"site-1\"}}| ''",
            })
    @DisplayName("by filters that are put together of others")
    void putTogether(String filter, String expected) {
        assertThat(customers(list("filter: {" + filter + "}")))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new Object[0] : (Object[]) expected.split(" "));
    }

    @Test
    @DisplayName("in pages and in order, also by such a filter")
    void pages() {
        String all = "filter: {or: [{status: {eq: ACTIVE}}, {status: {eq: IN_TRIAL}}]}, "
                + "sorting: [{field: customerId, direction: DESC}], paging: {first: 2}";

        assertThat(customers(list(all))).containsExactly("eve", "bob");
    }

    @Test
    @DisplayName("from more than one page of those that match")
    void many() {
        for (int i = 0; i < 105; i++) {
            subscribe("many-" + i, "plan-free");
        }

        Answer answer = client.query(
                "{ subscriptions(filter: {or: [{plan: {refId: {eq: \"plan-free\"}}}]}, paging: {first: 100}) "
                        + "{ edges { node { subscriptionId } } pageInfo { hasNextPage } } }");

        assertThat(answer.list("data", "subscriptions", "edges")).hasSize(100);
        assertThat(answer.at("data", "subscriptions", "pageInfo", "hasNextPage"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("not by what it does not know of customers, wherever that is said")
    void unknown() {
        Answer answer = list("filter: {or: [{customer: {email: {eq: \"a@b.c\"}}}]}");

        assertThat(answer.errorCode()).isEqualTo("UnsupportedParameter");
        assertThat(answer.errorMessage()).asString().contains("email");
    }
}
