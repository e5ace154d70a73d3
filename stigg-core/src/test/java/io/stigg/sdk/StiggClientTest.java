package io.stigg.sdk;

import static io.stigg.sdk.Facts.T0;
import static io.stigg.sdk.Facts.metered;
import static io.stigg.sdk.Facts.nobody;
import static io.stigg.sdk.Facts.on;
import static io.stigg.sdk.Facts.snapshot;
import static io.stigg.sdk.Facts.validUntil;
import static io.stigg.sdk.Facts.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.event.FallbackServed;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A client")
class StiggClientTest {
    private static final CustomerScope ACME = CustomerScope.of("acme");
    private static final BooleanQuery SSO = BooleanQuery.of("acme", "sso");
    private static final StiggException DOWN = StiggTransportException.unreachable("connection refused", null);

    private final ManualClock clock = new ManualClock("2025-01-15T10:00:00Z");
    private final ScriptedTransport transport = new ScriptedTransport();
    private Stigg stigg = Stigg.on(adapters(false));

    private AdapterSet adapters(boolean remote) {
        MapCache cache = new MapCache(remote);
        return new AdapterSet() {
            @Override
            public ApiTransport transport() {
                return transport;
            }

            @Override
            public EntitlementCache cache() {
                return cache;
            }

            @Override
            public SdkClock clock() {
                return clock;
            }
        };
    }

    private void configure(StiggBuilder builder) {
        stigg.close();
        transport.requests.clear();
        stigg = builder.adapters(adapters(false)).build();
    }

    private EntitlementSnapshot now(CustomerScope scope, io.stigg.sdk.fact.EntitlementFact... facts) {
        return snapshot(scope, clock.now(), facts);
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    @Nested
    @DisplayName("asked for the first time")
    class FirstTime {
        @Test
        @DisplayName("asks Stigg once, and answers from the cache from then on")
        void asksOnce() {
            transport.serve(scope -> now(scope, on("sso")));

            List<BooleanEntitlement> answers = List.of(
                    stigg.getBooleanEntitlement(SSO),
                    stigg.getBooleanEntitlement(SSO),
                    stigg.getBooleanEntitlement("acme", "sso"));

            assertThat(answers).allMatch(Entitlement::hasAccess).allMatch(a -> a.basis() == AnswerBasis.FRESH);
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("remembers that a customer does not exist, and why")
        void negative() {
            transport.serve(scope -> nobody(scope, AccessDeniedReason.CUSTOMER_NOT_FOUND, clock.now()));

            BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);
            stigg.getBooleanEntitlement("acme", "analytics");

            assertThat(answer.accessDeniedReason()).contains(AccessDeniedReason.CUSTOMER_NOT_FOUND);
            assertThat(answer.isFallback()).isFalse();
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("keeps a customer and its resources apart")
        void scopes() {
            transport.serve(
                    scope -> scope.resourceId().isPresent() ? now(scope, on("sso")) : now(scope, on("analytics")));

            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
            assertThat(stigg.getBooleanEntitlement(SSO.forResource("site")).hasAccess())
                    .isTrue();
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("by a thousand callers at once asks Stigg once, and answers them all")
        void singleFlight() {
            CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
            transport.script = request -> request instanceof GetEntitlementsState
                    ? answer
                    : CompletableFuture.completedFuture(new SdkConfiguration(false));

            List<CompletableFuture<BooleanEntitlement>> checks = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                checks.add(CompletableFuture.supplyAsync(() -> stigg.async().getBooleanEntitlement(SSO))
                        .thenCompose(check -> check));
            }
            await().until(() -> transport.fetches() == 1);
            answer.complete(now(ACME, on("sso")));

            assertThat(checks)
                    .allSatisfy(check -> assertThat(check.join().hasAccess()).isTrue());
            assertThat(transport.fetches()).isEqualTo(1);
        }

        @Test
        @DisplayName("does not let one caller's cancelling hurt another")
        void cancelling() {
            CompletableFuture<EntitlementSnapshot> answer = new CompletableFuture<>();
            transport.script = request -> answer;

            CompletableFuture<BooleanEntitlement> cancelled = stigg.async().getBooleanEntitlement(SSO);
            CompletableFuture<BooleanEntitlement> patient = stigg.async().getBooleanEntitlement(SSO);
            cancelled.cancel(true);
            answer.complete(now(ACME, on("sso")));

            assertThat(patient.join().hasAccess()).isTrue();
        }

        @Test
        @DisplayName("answers from a remote cache without asking Stigg")
        void remoteCache() {
            AdapterSet remote = adapters(true);
            remote.cache().store(now(ACME, on("sso")));
            try (Stigg client = Stigg.on(remote)) {
                transport.requests.clear();

                assertThat(client.getBooleanEntitlement(SSO).hasAccess()).isTrue();
                assertThat(transport.fetches()).isZero();
            }
        }

        @Test
        @DisplayName("answers every kind of question")
        void everyKind() {
            transport.serve(scope -> now(
                    scope,
                    on("sso"),
                    Facts.numeric("size", OptionalDouble.of(10), false),
                    metered("calls", 100, 60),
                    Facts.allowing("support", "email"),
                    wallet("ai", 500, 120, false)));

            assertThat(stigg.getNumericEntitlement(NumericQuery.of("acme", "size"))
                            .value())
                    .hasValue(10);
            assertThat(stigg.getMeteredEntitlement(
                                    MeteredQuery.of("acme", "calls").requesting(40))
                            .hasAccess())
                    .isTrue();
            assertThat(stigg.getEnumEntitlement(EnumQuery.of("acme", "support").requesting("email"))
                            .hasAccess())
                    .isTrue();
            assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                    .isEqualTo(380);
            assertThat(stigg.getEntitlement(FeatureQuery.of("acme", "calls"))).isInstanceOf(MeteredEntitlement.class);
            assertThat(stigg.getEntitlement(CreditQuery.of("acme", "ai")).hasAccess())
                    .isTrue();
            assertThat(stigg.getEntitlements(ACME)).hasSize(5).allMatch(Entitlement::hasAccess);
            assertThat(stigg.async()
                            .getEntitlement(FeatureQuery.of("acme", "sso"))
                            .join()
                            .hasAccess())
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("whose entitlements age")
    class Ageing {
        @Test
        @DisplayName("asks again when they are older than the TTL")
        void ttl() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.serve(scope -> now(scope, on("analytics")));

            clock.advance(Duration.ofSeconds(30));

            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("fetches them in the background, once, shortly before that, if they are in use")
        void refreshAhead() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            CompletableFuture<EntitlementSnapshot> refresh = new CompletableFuture<>();
            transport.script = request -> refresh;
            clock.advance(Duration.ofSeconds(25));

            List<BooleanEntitlement> meanwhile =
                    List.of(stigg.getBooleanEntitlement(SSO), stigg.getBooleanEntitlement(SSO));
            refresh.complete(now(ACME, on("analytics")));

            assertThat(meanwhile).allMatch(answer -> answer.hasAccess() && answer.basis() == AnswerBasis.FRESH);
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
            assertThat(transport.fetches()).isEqualTo(2);
        }

        @Test
        @DisplayName("asks again when one of them is no longer valid, and not at every check after that")
        void validity() {
            clock.advance(Duration.ofSeconds(1));
            transport.serve(scope -> now(scope, validUntil(on("sso"), T0.plusSeconds(11))));
            stigg.getBooleanEntitlement(SSO);

            clock.advance(Duration.ofSeconds(10));
            stigg.getBooleanEntitlement(SSO);
            BooleanEntitlement stillThere = stigg.getBooleanEntitlement(SSO);

            assertThat(transport.fetches()).isEqualTo(2);
            assertThat(stillThere.hasAccess()).isTrue();
        }

        @Test
        @DisplayName("looks past the cache when it is told to reload")
        void reload() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.serve(scope -> snapshot(scope, clock.now().plusMillis(1), on("analytics")));

            EntitlementsState state = stigg.reloadEntitlements(ACME);

            assertThat(state.entitlements()).hasSize(1);
            assertThat(transport.requests)
                    .contains(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST));
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        }

        @Test
        @DisplayName("throws when it cannot reload, with the caller's own stack trace")
        void reloadFails() {
            transport.fail(DOWN);

            assertThatThrownBy(() -> stigg.reloadEntitlements(ACME))
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessage(DOWN.getMessage())
                    .hasCause(DOWN);
        }
    }

    @Nested
    @DisplayName("while Stigg cannot be reached")
    class Outage {
        @Test
        @DisplayName("answers with the last known truth and says that it is stale")
        void lastKnown() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.fail(DOWN);
            clock.advance(Duration.ofHours(23));

            BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

            assertThat(answer.hasAccess()).isTrue();
            assertThat(answer.basis()).isEqualTo(AnswerBasis.STALE);
            assertThat(answer.isFallback()).isFalse();
        }

        @Test
        @DisplayName("does not ask at every check, and asks again after it is back")
        void recovery() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.fail(DOWN);
            clock.advance(Duration.ofMinutes(1));
            for (int i = 0; i < 100; i++) {
                stigg.getBooleanEntitlement(SSO);
            }
            assertThat(transport.fetches()).isEqualTo(2);
            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);

            transport.serve(scope -> now(scope, on("analytics")));
            clock.advance(Duration.ofMinutes(1));

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
        }

        @Test
        @DisplayName("does not trust what is older than staleIfError")
        void tooOld() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.fail(DOWN);
            clock.advance(Duration.ofHours(24).plusSeconds(1));

            BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

            assertThat(answer.hasAccess()).isFalse();
            assertThat(answer.isFallback()).isTrue();
            assertThat(answer.accessDeniedReason()).contains(AccessDeniedReason.UNKNOWN);
        }

        @Test
        @DisplayName("denies what it knows nothing of, and says that this is a fallback")
        void denies() {
            transport.fail(DOWN);

            BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

            assertThat(answer.hasAccess()).isFalse();
            assertThat(answer.isFallback()).isTrue();
        }

        @Test
        @DisplayName("prefers the call's fallback to the configured one, and that to denial")
        void fallbackOrder() {
            configure(Stigg.builder()
                    .fallbacks(Fallbacks.none()
                            .feature("calls", FixedAnswer.granted().withLimit(5))));
            transport.fail(DOWN);

            MeteredEntitlement configured = stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
            MeteredEntitlement own = stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls")
                    .withFallback(FixedAnswer.granted().unlimited()));

            assertThat(configured.usageLimit()).hasValue(5);
            assertThat(configured.accessDeniedReason()).isEmpty();
            assertThat(own.isUnlimited()).isTrue();
            assertThat(List.of(configured, own)).allMatch(Entitlement::isFallback);
        }

        @Test
        @DisplayName("uses the fallback of a currency for credits")
        void creditFallback() {
            configure(Stigg.builder()
                    .fallbacks(Fallbacks.none()
                            .currency("ai", FixedAnswer.granted().withLimit(50).withCurrentUsage(20))));
            transport.fail(DOWN);

            assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                    .isEqualTo(30);
            assertThat(stigg.getEntitlements(ACME)).hasSize(1).allMatch(Entitlement::isFallback);
        }

        @Test
        @DisplayName("waits no longer than the check timeout, and only once")
        void hangs() {
            CompletableFuture<EntitlementSnapshot> never = new CompletableFuture<>();
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            transport.script = request -> never;
            clock.advance(Duration.ofMinutes(1));

            CompletableFuture<BooleanEntitlement> first = stigg.async().getBooleanEntitlement(SSO);
            assertThat(first).isNotDone();
            clock.advance(Duration.ofSeconds(3));

            assertThat(first.join().basis()).isEqualTo(AnswerBasis.STALE);
            assertThat(stigg.async().getBooleanEntitlement(SSO)).isDone();
        }

        @Test
        @DisplayName("remembers an answer that came after the check had given up")
        void lateAnswer() {
            CompletableFuture<EntitlementSnapshot> late = new CompletableFuture<>();
            transport.script = request -> late;
            CompletableFuture<BooleanEntitlement> check = stigg.async().getBooleanEntitlement(SSO);
            clock.advance(Duration.ofSeconds(3));

            late.complete(now(ACME, on("sso")));

            assertThat(check.join().isFallback()).isTrue();
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
        }

        @Test
        @DisplayName("leaves a scope alone for a second after it failed, and asks for others")
        void pause() {
            transport.fail(new StiggProtocolException("not JSON", "$", null));
            stigg.getBooleanEntitlement(SSO);
            stigg.getBooleanEntitlement(SSO);
            stigg.getBooleanEntitlement("other", "sso");
            assertThat(transport.fetches()).isEqualTo(2);

            transport.serve(scope -> now(scope, on("sso")));
            clock.advance(Duration.ofSeconds(1));

            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
        }

        @Test
        @DisplayName("survives a transport that throws, against its contract")
        void throwingTransport() {
            transport.script = request -> {
                throw new IllegalStateException("bug");
            };

            assertThat(stigg.getBooleanEntitlement(SSO).isFallback()).isTrue();
        }

        @Test
        @DisplayName("answers a thread that is interrupted, and keeps the interrupt")
        void interrupted() throws InterruptedException {
            transport.script = request -> new CompletableFuture<>();
            AtomicReference<BooleanEntitlement> answer = new AtomicReference<>();
            AtomicReference<Boolean> flag = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                answer.set(stigg.getBooleanEntitlement(SSO));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            await().until(() -> transport.fetches() == 1);

            caller.interrupt();
            caller.join(5_000);

            assertThat(answer.get().isFallback()).isTrue();
            assertThat(flag.get()).isTrue();
        }
    }

    @Nested
    @DisplayName("with fallbacks for features that customers lack")
    class MissingFeatures {
        @Test
        @DisplayName("answers with the fallback where there is one")
        void covered() {
            configure(Stigg.builder()
                    .fallbacks(Fallbacks.none()
                            .feature("beta", FixedAnswer.granted())
                            .alsoForMissingFeatures()));
            transport.serve(scope -> now(scope, on("sso")));

            BooleanEntitlement covered = stigg.getBooleanEntitlement("acme", "beta");

            assertThat(covered.hasAccess()).isTrue();
            assertThat(covered.isFallback()).isTrue();
            assertThat(stigg.getBooleanEntitlement("acme", "gamma").isFallback())
                    .isFalse();
        }

        @Test
        @DisplayName("leaves what Stigg does say alone, and without the option everything")
        void notCovered() {
            Fallbacks fallbacks = Fallbacks.none().feature("beta", FixedAnswer.granted());
            configure(Stigg.builder().fallbacks(fallbacks));
            transport.serve(scope -> now(scope, on("sso")));
            assertThat(stigg.getBooleanEntitlement("acme", "beta").hasAccess()).isFalse();

            configure(Stigg.builder().fallbacks(fallbacks.alsoForMissingFeatures()));
            transport.serve(scope -> nobody(scope, AccessDeniedReason.CUSTOMER_IS_ARCHIVED, clock.now()));
            assertThat(stigg.getBooleanEntitlement("acme", "beta").accessDeniedReason())
                    .contains(AccessDeniedReason.CUSTOMER_IS_ARCHIVED);
        }
    }

    @Nested
    @DisplayName("with overrides")
    class Overriding {
        @Test
        @DisplayName("lets them win over what Stigg says, from the next check on, and back")
        void killSwitch() {
            transport.serve(scope -> now(scope, on("sso"), wallet("ai", 10, 0, false)));
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();

            stigg.setOverrides(Overrides.none().feature("sso", FixedAnswer.denied()));
            BooleanEntitlement killed = stigg.getBooleanEntitlement(SSO);
            List<Entitlement> all = stigg.getEntitlements(ACME);
            stigg.setOverrides(Overrides.none());

            assertThat(killed.hasAccess()).isFalse();
            assertThat(killed.basis()).isEqualTo(AnswerBasis.OVERRIDE);
            assertThat(all).extracting(Entitlement::basis).containsExactly(AnswerBasis.OVERRIDE, AnswerBasis.FRESH);
            assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
        }

        @Test
        @DisplayName("lets a customer's override decide its credits too, without asking Stigg")
        void customer() {
            configure(Stigg.builder()
                    .overrides(Overrides.none()
                            .customer("acme", FixedAnswer.granted().unlimited())));

            assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).hasAccess())
                    .isTrue();
            assertThat(stigg.async().getBooleanEntitlement(SSO).join().hasAccess())
                    .isTrue();
            assertThat(transport.fetches()).isZero();
        }
    }

    @Nested
    @DisplayName("that writes")
    class Writes {
        private final UsageAck ack = new UsageAck(
                "m-1",
                ACME,
                "calls",
                OptionalDouble.of(70),
                UsagePeriod.none(),
                Optional.of(T0.plusSeconds(1)),
                Optional.of(new UsageAck.Credit("ai", 10, 130, Optional.empty(), Optional.of(T0.plusSeconds(1)))));

        @Test
        @DisplayName("counts reported usage and consumed credits in its next check")
        void usage() {
            transport.serve(scope -> now(scope, metered("calls", 100, 60), wallet("ai", 500, 120, false)));
            stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
            transport.script = request -> CompletableFuture.completedFuture(ack);

            stigg.reportUsage(ReportUsage.of("acme", "calls", 10));

            assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"))
                            .currentUsage())
                    .isEqualTo(70);
            assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                    .isEqualTo(370);
        }

        @Test
        @DisplayName(
                "takes the entitlements that a write returns, for the customer and against its resources' old ones")
        void returnedEntitlements() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);
            stigg.getBooleanEntitlement(SSO.forResource("site"));
            EntitlementSnapshot after = snapshot(ACME, T0.plusSeconds(1), on("analytics"));
            answerSubscription(Optional.of(after));

            stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));
            transport.serve(scope -> snapshot(scope, T0.plusSeconds(1), on("analytics")));

            assertThat(stigg.getBooleanEntitlement("acme", "analytics").hasAccess())
                    .isTrue();
            assertThat(stigg.getBooleanEntitlement(SSO.forResource("site")).hasAccess())
                    .isFalse();
        }

        @Test
        @DisplayName("reads the latest entitlements where a write returns none")
        void reloads() {
            answerSubscription(Optional.empty());

            stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));

            assertThat(transport.requests)
                    .contains(new GetEntitlementsState(ACME, GetEntitlementsState.Freshness.LATEST));
        }

        @Test
        @DisplayName("does not fail because the reading after it failed")
        void reloadFails() {
            transport.script = request -> request instanceof ProvisionSubscription
                    ? CompletableFuture.completedFuture(provisioned(Optional.empty()))
                    : CompletableFuture.failedFuture(DOWN);

            ProvisionedSubscription outcome =
                    stigg.subscriptions().provision(ProvisionSubscription.of("acme", PlanSelection.of("basic")));

            assertThat(outcome.status()).isEqualTo(ProvisionedSubscription.Status.SUCCESS);
        }

        @Test
        @DisplayName("throws what Stigg refused")
        void refused() {
            transport.fail(new StiggApiException(
                    "ReportUsage",
                    200,
                    List.of(new ApiError("no", Optional.of("FeatureNotFound"), Optional.empty(), Map.of()))));

            assertThatThrownBy(() -> stigg.reportUsage(ReportUsage.of("acme", "calls", 1)))
                    .isInstanceOf(StiggApiException.class)
                    .hasMessageContaining("FeatureNotFound");
        }

        private void answerSubscription(Optional<EntitlementSnapshot> entitlements) {
            transport.script = request -> CompletableFuture.completedFuture(
                    request instanceof GetEntitlementsState state ? now(state.scope()) : provisioned(entitlements));
        }

        private ProvisionedSubscription provisioned(Optional<EntitlementSnapshot> entitlements) {
            return new ProvisionedSubscription(
                    ProvisionedSubscription.Status.SUCCESS, Optional.empty(), Optional.empty(), entitlements);
        }
    }

    @Nested
    @DisplayName("tells its status")
    class Status {
        private final List<StiggStatus.State> told = new CopyOnWriteArrayList<>();

        private final StiggListener listener = new StiggListener() {
            @Override
            public void onStatusChanged(StiggStatus status) {
                told.add(status.state());
            }
        };

        private void start() {
            configure(Stigg.builder().listener(listener));
        }

        @Test
        @DisplayName("ready, once Stigg has accepted the key")
        void ready() {
            assertThat(stigg.awaitReady(Duration.ofSeconds(5))).isTrue();
            assertThat(stigg.status().lastSuccess()).contains(clock.now());
        }

        @Test
        @DisplayName("starting, while Stigg has not answered")
        void starting() {
            transport.script = request -> new CompletableFuture<>();
            start();

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.STARTING);
            assertThat(stigg.awaitReady(Duration.ZERO)).isFalse();
        }

        @Test
        @DisplayName("authentication failed, once, when Stigg refuses the key, and ready when it accepts it after all")
        void authentication() {
            transport.fail(new StiggApiException("GetSdkConfiguration", 401, List.of()));
            start();
            clock.advance(Duration.ofMinutes(5));
            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.AUTHENTICATION_FAILED);
            assertThat(stigg.status().lastFailure()).isPresent();
            assertThat(stigg.awaitReady(Duration.ofSeconds(5))).isFalse();

            transport.serve(scope -> now(scope));
            clock.advance(Duration.ofMinutes(1));

            await().untilAsserted(() ->
                    assertThat(told).containsExactly(StiggStatus.State.AUTHENTICATION_FAILED, StiggStatus.State.READY));
        }

        @Test
        @DisplayName("degraded once an outage, with pauses between its attempts that grow")
        void degraded() {
            transport.fail(DOWN);
            start();

            clock.advance(Duration.ofMinutes(10));

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);
            assertThat(transport.requests.size()).isBetween(15, 50);
            await().untilAsserted(() -> assertThat(told).containsExactly(StiggStatus.State.DEGRADED));
        }

        @Test
        @DisplayName("ready, though Stigg refuses a request")
        void refusalIsAnAnswer() {
            transport.fail(new StiggApiException("ReportUsage", 400, List.of()));
            start();

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        }

        @Test
        @DisplayName("ready, though one answer makes no sense, as long as the next does")
        void poison() {
            transport.script = request -> request instanceof GetEntitlementsState
                    ? CompletableFuture.failedFuture(new StiggProtocolException("odd", "$", null))
                    : CompletableFuture.completedFuture(new SdkConfiguration(false));
            start();
            stigg.getBooleanEntitlement(SSO);

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        }

        @Test
        @DisplayName("degraded, when no answer makes sense any more")
        void noSense() {
            start();
            transport.fail(new StiggProtocolException("HTML", "$", null));
            stigg.getBooleanEntitlement(SSO);

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);
        }

        @Test
        @DisplayName("to listeners that throw, and to others after them")
        void throwingListener() {
            configure(Stigg.builder()
                    .listener(new StiggListener() {
                        @Override
                        public void onStatusChanged(StiggStatus status) {
                            throw new IllegalStateException("listener's own fault");
                        }
                    })
                    .listener(listener));

            await().untilAsserted(() -> assertThat(told).containsExactly(StiggStatus.State.READY));
        }

        @Test
        @DisplayName("no more to a listener that was removed, even by itself")
        void removed() {
            List<FallbackServed> served = new CopyOnWriteArrayList<>();
            transport.fail(DOWN);
            start();
            AtomicReference<Registration> registration = new AtomicReference<>();
            registration.set(stigg.addListener(new StiggListener() {
                @Override
                public void onFallback(FallbackServed event) {
                    served.add(event);
                    registration.get().close();
                }
            }));

            stigg.getBooleanEntitlement(SSO);
            await().until(() -> served.size() == 1);
            stigg.getBooleanEntitlement("other", "sso");
            stigg.close();

            assertThat(served).hasSize(1);
            assertThat(served.get(0).cause()).map(Throwable::getMessage).contains(DOWN.getMessage());
        }
    }

    @Nested
    @DisplayName("that is closed")
    class Closed {
        @Test
        @DisplayName("answers checks from fallbacks and throws for everything else")
        void afterwards() {
            transport.serve(scope -> now(scope, on("sso")));
            stigg.getBooleanEntitlement(SSO);

            stigg.close();
            stigg.close();

            assertThat(stigg.getBooleanEntitlement(SSO).isFallback()).isTrue();
            assertThatThrownBy(() -> stigg.reportUsage(ReportUsage.of("acme", "calls", 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThat(stigg.sendAsync(new GetSdkConfiguration())).isCompletedExceptionally();
            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.CLOSED);
            assertThat(transport.closed).isTrue();
            assertThat(clock.waiting()).isZero();
        }
    }
}
