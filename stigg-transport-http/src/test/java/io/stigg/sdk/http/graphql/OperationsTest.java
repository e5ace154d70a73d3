package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The operations")
class OperationsTest {
    static Stream<StiggRequest<?>> requests() {
        return Stream.of(
                new GetEntitlementsState(CustomerScope.of("a"), GetEntitlementsState.Freshness.NEAREST),
                new GetSdkConfiguration(),
                ProvisionCustomer.of("a"),
                ProvisionSubscription.of("a", PlanSelection.of("p")),
                ReportUsage.of("a", "f", 1));
    }

    @Test
    @DisplayName("serve every request that there is")
    void serveEveryRequest() {
        List<Class<?>> concrete = concrete(StiggRequest.class).toList();

        assertThat(concrete).hasSizeGreaterThanOrEqualTo(5).allMatch(Operations::isBound);
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(OperationsTest::concrete)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("requests")
    @DisplayName("are named as their requests and documents are")
    void areNamedAlike(StiggRequest<?> request) {
        Operation<?> operation = Operations.serving(request);

        assertThat(operation.name()).isEqualTo(request.getClass().getSimpleName());
        assertThat(operation.body()).containsPattern("(query|mutation) " + operation.name() + "\\b");
    }

    @ParameterizedTest
    @MethodSource("requests")
    @DisplayName("have documents with every fragment that they spread, once")
    void haveTheirFragments(StiggRequest<?> request) {
        String document = Operations.serving(request).body();

        for (String fragment : List.of("EntitlementFields", "SubscriptionFields")) {
            boolean isSpread = document.contains("..." + fragment);
            assertThat(document.split("fragment " + fragment, -1)).hasSize(isSpread ? 2 : 1);
        }
    }

    @Test
    @DisplayName("of these are repeatable, all but the one that could charge twice")
    void areRepeatable() {
        assertThat(requests().map(Operations::serving).filter(operation -> !operation.isRepeatable()))
                .extracting(Operation::name)
                .containsExactly("ProvisionSubscription");
    }
}
