package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link ApiTransport} has to do, shown against the in-memory Stigg. Extend it in the tests of a transport, and
 * lead the transport to the backend by whatever way it takes.
 *
 * <p>Not thread-safe; JUnit makes one for each test.
 */
public abstract class ApiTransportContract {
    private static final long PATIENCE_SECONDS = 20;
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    private final StiggBackend backend = StiggBackend.acme();
    private final ApiTransport inProcess = backend.connect();

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private ApiTransport transport;

    /** For subclasses. */
    protected ApiTransportContract() {}

    /**
     * Makes the transport under test. The suite closes it.
     *
     * @param backend the Stigg that it has to lead to; its clock does not move
     * @return the transport
     */
    protected abstract ApiTransport transportTo(StiggBackend backend);

    @BeforeEach
    void open() {
        transport = transportTo(backend);
    }

    @AfterEach
    void close() {
        backend.comeBack();
        transport.close();
    }

    private <R> R ask(StiggRequest<R> request) {
        return answer(transport.send(request));
    }

    private EntitlementSnapshot state(CustomerScope scope) {
        return ask(new GetEntitlementsState(scope, Freshness.LATEST));
    }

    private void given(StiggRequest<?> request) {
        answer(inProcess.send(request));
    }

    private static <R> R answer(CompletionStage<R> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static StiggException failure(CompletionStage<?> stage) {
        try {
            Object answer = stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("there was an answer: " + answer);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StiggException known) {
                return known;
            }
            throw new AssertionError("the failure is none of the SDK's", failure);
        } catch (InterruptedException | TimeoutException silence) {
            throw new AssertionError("there was neither an answer nor a failure", silence);
        }
    }

    private static ProvisionCustomer customer(String id, PlanSelection selection) {
        return ProvisionCustomer.of(id).subscribedTo(selection);
    }

    /** Entitlements. */
    @Nested
    @DisplayName("asked for entitlements")
    class Entitlements {
        @ParameterizedTest
        @EnumSource(Freshness.class)
        @DisplayName("an unknown customer is an empty set with a denial, not an error")
        void unknownCustomer(Freshness freshness) {
            EntitlementSnapshot snapshot = ask(new GetEntitlementsState(CustomerScope.of("cust-x"), freshness));

            assertThat(snapshot.entitlements()).isEmpty();
            assertThat(snapshot.denial()).contains(Denial.of(AccessDeniedReason.CUSTOMER_NOT_FOUND));
            assertThat(snapshot.scope()).isEqualTo(CustomerScope.of("cust-x"));
        }

        @ParameterizedTest
        @EnumSource(Freshness.class)
        @DisplayName("a customer without a subscription is an empty set with a denial")
        void customerWithoutSubscription(Freshness freshness) {
            given(ProvisionCustomer.of("cust-1"));

            EntitlementSnapshot snapshot = ask(new GetEntitlementsState(CUST_1, freshness));

            assertThat(snapshot.entitlements()).isEmpty();
            assertThat(snapshot.denial()).contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        }

        @ParameterizedTest
        @EnumSource(Freshness.class)
        @DisplayName("brings the facts as Stigg states them, whatever they are")
        void bringsTheFacts(Freshness freshness) {
            List<CustomerScope> scopes = allKindsOfCustomers();

            assertThat(scopes).allSatisfy(scope -> {
                EntitlementSnapshot stated = answer(inProcess.send(new GetEntitlementsState(scope, freshness)));
                EntitlementSnapshot brought = ask(new GetEntitlementsState(scope, freshness));
                assertThat(brought.entitlements()).containsExactlyElementsOf(stated.entitlements());
                assertThat(brought.denial()).isEqualTo(stated.denial());
                assertThat(brought.updatedAt()).isEqualTo(stated.updatedAt());
                assertThat(brought.scope()).isEqualTo(scope);
            });
        }

        private List<CustomerScope> allKindsOfCustomers() {
            given(ProvisionCustomer.of("bare"));
            given(customer("free", PlanSelection.of("plan-free")));
            given(ReportUsage.of("free", "feature-api-calls", 60.5));
            given(ReportUsage.of("free", "feature-seats", 2));
            given(customer(
                    "basic",
                    PlanSelection.of("plan-basic").withAddon("addon-calls", 2).withAddon("addon-sso", 1)));
            backend.promote("basic", Grant.of("feature-legacy-reports"), Instant.parse("2025-03-01T00:00:00Z"));
            given(customer("pro", PlanSelection.of("plan-pro").withoutTrial().withQuantity("feature-seats", 7)));
            given(ReportUsage.of("pro", "feature-ai-tokens", 500));
            given(customer("ent", PlanSelection.of("plan-ent").withQuantity("feature-seats", 1_000)));
            given(customer("sites", PlanSelection.of("plan-basic")));
            given(ProvisionSubscription.of(
                    "sites", PlanSelection.of("plan-site-plus").forResource("r1")));
            given(ReportUsage.of("sites", "feature-pages", 12).forResource("r1"));
            given(ProvisionCustomer.of("promoted"));
            backend.promote("promoted", Grant.of("feature-sso"));
            CustomerScope sites = CustomerScope.of("sites");
            return Stream.concat(
                            Stream.of("nobody", "bare", "free", "basic", "pro", "ent", "promoted")
                                    .map(CustomerScope::of),
                            Stream.of(sites, sites.resource("r1"), sites.resource("r9")))
                    .toList();
        }

        @ParameterizedTest
        @EnumSource(Freshness.class)
        @DisplayName("ids may hold any characters")
        void anyCharacters(Freshness freshness) {
            CustomerScope odd = CustomerScope.of("kunde/ä ö?#%2F&=\"'\\+😀").resource("../r:1 ;");
            given(customer(
                    odd.customerId(),
                    PlanSelection.of("plan-site-plus")
                            .forResource(odd.resourceId().orElseThrow())));

            EntitlementSnapshot snapshot = ask(new GetEntitlementsState(odd, freshness));

            assertThat(snapshot.scope()).isEqualTo(odd);
            assertThat(snapshot.denial()).isEmpty();
            assertThat(snapshot.entitlements())
                    .extracting(fact -> fact.ref().id())
                    .contains("feature-pages");
        }
    }

    /** Provisioning. */
    @Nested
    @DisplayName("provisioning")
    class Provisioning {
        @Test
        @DisplayName("makes a customer without a subscription")
        void makesACustomer() {
            ProvisionedCustomer outcome = ask(ProvisionCustomer.of("cust-1")
                    .withName("Ümit & Co")
                    .withEmail("a@example.com")
                    .withMetadata("tier", "gold"));

            assertThat(outcome.decision()).isEqualTo(ProvisionedCustomer.Decision.SKIPPED_SUBSCRIPTION_CREATION);
            assertThat(outcome.subscription()).isEmpty();
            assertThat(outcome.customer().name()).contains("Ümit & Co");
            assertThat(backend.customer("cust-1")).hasValueSatisfying(made -> {
                assertThat(made.name()).contains("Ümit & Co");
                assertThat(made.email()).contains("a@example.com");
                assertThat(made.metadata()).containsEntry("tier", "gold");
            });
        }

        @Test
        @DisplayName("makes a customer with a subscription")
        void makesASubscribedCustomer() {
            ProvisionedCustomer outcome = ask(customer("cust-1", PlanSelection.of("plan-free")));

            assertThat(outcome.decision()).isEqualTo(ProvisionedCustomer.Decision.REQUESTED_PLAN);
            assertThat(outcome.subscription()).hasValueSatisfying(made -> {
                assertThat(made.planId()).isEqualTo("plan-free");
                assertThat(made.status()).isEqualTo(Subscription.Status.ACTIVE);
                assertThat(made.pricingType()).isEqualTo(PricingType.FREE);
            });
            assertThat(state(CUST_1).denial()).isEmpty();
            outcome.entitlements().ifPresent(this::isWhatStiggStates);
        }

        private void isWhatStiggStates(EntitlementSnapshot told) {
            EntitlementSnapshot stated = answer(inProcess.send(new GetEntitlementsState(CUST_1, Freshness.LATEST)));
            assertThat(told.scope()).isEqualTo(CUST_1);
            assertThat(told.entitlements()).containsExactlyElementsOf(stated.entitlements());
        }

        @Test
        @DisplayName("makes a subscription with all that was selected")
        void makesASubscription() {
            given(ProvisionCustomer.of("cust-1"));

            ProvisionedSubscription outcome = ask(ProvisionSubscription.of(
                            "cust-1",
                            PlanSelection.of("plan-pro")
                                    .withoutTrial()
                                    .withSubscriptionId("sub-1")
                                    .withQuantity("feature-seats", 7)
                                    .withAddon("addon-calls", 2)
                                    .withMetadata("seller", "kim"))
                    .startingAt(Instant.parse("2024-12-31T00:00:00Z")));

            outcome.entitlements().ifPresent(this::isWhatStiggStates);
            Subscription made = backend.subscriptions("cust-1").get(0);
            assertThat(made.metadata()).containsEntry("seller", "kim");
            assertThat(outcome).isInstanceOfSatisfying(ProvisionedSubscription.Created.class, created -> {
                Subscription told = created.subscription();
                assertThat(told.id()).isEqualTo("sub-1");
                assertThat(told.customerId()).isEqualTo("cust-1");
                assertThat(told.resourceId()).isEmpty();
                assertThat(told.planId()).isEqualTo("plan-pro");
                assertThat(told.addons()).containsEntry("addon-calls", 2).hasSize(1);
                assertThat(told.startDate()).isEqualTo(Instant.parse("2024-12-31T00:00:00Z"));
                assertThat(told.pricingType()).isEqualTo(PricingType.PAID);
            });
        }

        @Test
        @DisplayName("a resource is subscribed on its own")
        void subscribesAResource() {
            given(ProvisionCustomer.of("cust-1"));

            ProvisionedSubscription outcome = ask(ProvisionSubscription.of(
                    "cust-1", PlanSelection.of("plan-site-plus").forResource("r1")));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            ProvisionedSubscription.Created.class,
                            created -> assertThat(created.subscription().resourceId())
                                    .contains("r1"));
            assertThat(state(CUST_1).denial()).contains(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
            assertThat(state(CUST_1.resource("r1")).denial()).isEmpty();
        }
    }

    /** Usage. */
    @Nested
    @DisplayName("reporting usage")
    class Usage {
        @BeforeEach
        void subscribe() {
            given(customer("cust-1", PlanSelection.of("plan-pro").withoutTrial()));
        }

        @Test
        @DisplayName("adds by default, replaces if asked, and gives back")
        void addsAndReplaces() {
            UsageAck added = ask(ReportUsage.of("cust-1", "feature-seats", 3));
            UsageAck replaced =
                    ask(ReportUsage.of("cust-1", "feature-seats", 5.5).replacing());
            UsageAck givenBack = ask(ReportUsage.of("cust-1", "feature-seats", -1));

            assertThat(added.currentUsage()).hasValue(3);
            assertThat(replaced.currentUsage()).hasValue(5.5);
            assertThat(givenBack.currentUsage()).hasValue(4.5);
        }

        @Test
        @DisplayName("is acknowledged with the period that it counts in")
        void isAcknowledged() {
            UsageAck ack = ask(ReportUsage.of("cust-1", "feature-api-calls", 3));

            assertThat(ack.scope()).isEqualTo(CUST_1);
            assertThat(ack.featureId()).isEqualTo("feature-api-calls");
            assertThat(ack.measurementId()).isNotBlank();
            assertThat(ack.usagePeriod().start()).contains(Instant.parse("2025-01-15T10:00:00Z"));
            assertThat(ack.usagePeriod().end()).contains(Instant.parse("2025-02-15T10:00:00Z"));
            assertThat(ack.timestamp()).contains(Instant.parse("2025-01-15T10:00:00Z"));
            assertThat(ack.credit()).isEmpty();
        }

        @Test
        @DisplayName("counts a report that is sent twice once")
        void countsOnce() {
            ReportUsage report = ReportUsage.of("cust-1", "feature-api-calls", 3);

            ask(report);
            UsageAck again = ask(report);

            assertThat(again.currentUsage()).hasValue(3);
        }

        @Test
        @DisplayName("tells what it cost in credits")
        void tellsCredits() {
            ask(ReportUsage.of("cust-1", "feature-ai-tokens", 20));

            UsageAck ack =
                    ask(ReportUsage.of("cust-1", "feature-ai-tokens", 100).withDimension("model", "large"));

            assertThat(ack.credit()).hasValueSatisfying(credit -> {
                assertThat(credit.currencyId()).isEqualTo("cred-ai");
                assertThat(credit.consumed()).isEqualTo(100);
                assertThat(credit.currentUsage()).isEqualTo(120);
                assertThat(credit.usagePeriodEnd()).contains(Instant.parse("2025-02-15T10:00:00Z"));
            });
        }

        @Test
        @DisplayName("counts for the resource that it was reported for")
        void countsForTheResource() {
            given(ProvisionSubscription.of(
                    "cust-1", PlanSelection.of("plan-site-plus").forResource("r1")));

            UsageAck ack = ask(ReportUsage.of("cust-1", "feature-pages", 3).forResource("r1"));

            assertThat(ack.scope()).isEqualTo(CUST_1.resource("r1"));
            assertThat(ack.currentUsage()).hasValue(3);
        }

        @Test
        @DisplayName("counts when it happened, not when it was told")
        void countsWhenItHappened() {
            UsageAck ack =
                    ask(ReportUsage.of("cust-1", "feature-api-calls", 3).at(Instant.parse("2025-01-01T00:00:00Z")));

            assertThat(ack.currentUsage()).hasValue(0);
        }
    }

    /** Failures. */
    @Nested
    @DisplayName("a failure")
    class Failures {
        static Stream<Arguments> refused() {
            return Stream.of(
                    refusal(customer("c", PlanSelection.of("plan-nope")), ErrorCode.PLAN_NOT_FOUND),
                    refusal(
                            ProvisionSubscription.of("nobody", PlanSelection.of("plan-free")),
                            ErrorCode.CUSTOMER_NOT_FOUND),
                    refusal(
                            customer("c", PlanSelection.of("plan-basic").withAddon("addon-calls", 6)),
                            ErrorCode.ADDON_QUANTITY_EXCEEDS_LIMIT_ERROR),
                    refusal(
                            customer(
                                    "c",
                                    PlanSelection.of("plan-pro").withoutTrial().withQuantity("feature-seats", 2)),
                            ErrorCode.INVALID_QUANTITY),
                    refusal(customer("c", PlanSelection.of("plan-site-plus")), ErrorCode.INVALID_ARGUMENT_ERROR),
                    refusal(ReportUsage.of("nobody", "feature-seats", 1), ErrorCode.CUSTOMER_NOT_FOUND));
        }

        private static Arguments refusal(StiggRequest<?> request, ErrorCode code) {
            return Arguments.of(request, code);
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource("refused")
        @DisplayName("by Stigg's refusal tells the code")
        void tellsTheCode(StiggRequest<?> request, ErrorCode code) {
            StiggException failure = failure(transport.send(request));

            assertThat(failure).isInstanceOfSatisfying(StiggApiException.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.rawCode()).contains(code.wireName());
                assertThat(refusal.errors().get(0).message()).isNotBlank();
                assertThat(refusal.isRetryable()).isFalse();
                assertThat(refusal.isAuthenticationFailure()).isFalse();
            });
        }

        @ParameterizedTest
        @MethodSource("io.stigg.sdk.testkit.contract.ApiTransportContract#someRequests")
        @DisplayName("to reach Stigg is a failed stage, whatever is sent, and worth another try")
        void toReachStigg(StiggRequest<?> request) {
            backend.goDown();

            StiggException failure = failure(transport.send(request));

            assertThat(failure.isRetryable()).as("%s", failure).isTrue();
        }

        @ParameterizedTest
        @MethodSource("io.stigg.sdk.testkit.contract.ApiTransportContract#someRequests")
        @DisplayName("of the API key is told as such, whatever is sent")
        void ofTheKey(StiggRequest<?> request) {
            backend.refuseKey();

            StiggException failure = failure(transport.send(request));

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            StiggApiException.class,
                            refusal -> assertThat(refusal.isAuthenticationFailure())
                                    .isTrue());
        }

        @Test
        @DisplayName("is over when Stigg is back")
        void isOver() {
            backend.goDown();
            failure(transport.send(new GetSdkConfiguration()));

            backend.comeBack();

            assertThat(ask(new GetSdkConfiguration())).isNotNull();
        }
    }

    /**
     * Makes one request of each kind.
     *
     * @return the requests
     */
    static List<StiggRequest<?>> someRequests() {
        return List.of(
                new GetSdkConfiguration(),
                new GetEntitlementsState(CUST_1, Freshness.LATEST),
                ProvisionCustomer.of("cust-1"),
                ProvisionSubscription.of("cust-1", PlanSelection.of("plan-free")),
                ReportUsage.of("cust-1", "feature-seats", 1));
    }

    /** Requests. */
    @Nested
    @DisplayName("sending")
    class Sending {
        @Test
        @DisplayName("every kind of request that there is gets an answer")
        void everyKindIsServed() {
            List<Class<?>> answered = new EveryRequest(backend, request -> {
                        Object answer = ask(request);
                        assertThat(answer).isNotNull();
                        return answer;
                    })
                    .send();

            assertThat(answered).containsAll(EveryRequest.kinds());
        }

        @Test
        @DisplayName("many requests at once are all answered, each with its own answer")
        void manyAtOnce() {
            IntStream.range(0, 100)
                    .forEach(i ->
                            given(customer("cust-" + i, PlanSelection.of(i % 2 == 0 ? "plan-free" : "plan-basic"))));

            List<CompletionStage<EntitlementSnapshot>> stages = IntStream.range(0, 100)
                    .mapToObj(i ->
                            transport.send(new GetEntitlementsState(CustomerScope.of("cust-" + i), Freshness.LATEST)))
                    .toList();

            for (int i = 0; i < 100; i++) {
                EntitlementSnapshot snapshot = answer(stages.get(i));
                assertThat(snapshot.scope()).isEqualTo(CustomerScope.of("cust-" + i));
                assertThat(snapshot.entitlements()).hasSize(i % 2 == 0 ? 6 : 7);
            }
        }

        @Test
        @DisplayName("does not wait for the answer")
        void doesNotWait() {
            backend.hang();

            CompletableFuture<?> stage =
                    transport.send(new GetSdkConfiguration()).toCompletableFuture();
            boolean answeredWhileSilent = stage.isDone();
            backend.comeBack();

            assertThat(answeredWhileSilent).isFalse();
            assertThat(answer(stage)).isNotNull();
        }
    }

    /** Closing. */
    @Nested
    @DisplayName("closing")
    class Closing {
        @Test
        @DisplayName("fails what is under way")
        void failsWhatIsUnderWay() {
            backend.hang();
            CompletionStage<?> underWay = transport.send(new GetSdkConfiguration());

            transport.close();

            assertThat(failure(underWay)).isNotNull();
        }

        @Test
        @DisplayName("makes whatever is sent later a failed stage")
        void failsWhatIsSentLater() {
            transport.close();

            assertThat(failure(transport.send(new GetSdkConfiguration()))).isNotNull();
        }

        @Test
        @DisplayName("again does nothing")
        void againDoesNothing() {
            transport.close();

            assertThatCode(transport::close).doesNotThrowAnyException();
        }

        @Test
        @DisplayName("leaves other transports to the same Stigg alone")
        void leavesOthersAlone() {
            transport.close();

            assertThat(Optional.ofNullable(answer(inProcess.send(new GetSdkConfiguration()))))
                    .isPresent();
        }
    }
}
