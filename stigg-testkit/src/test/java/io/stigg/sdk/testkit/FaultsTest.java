package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggConflictException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggThrottledException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The backend lets requests go wrong")
class FaultsTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final ReportUsage REPORT = ReportUsage.of("cust-1", "feature-api-calls", 1);

    private final StiggBackend backend = StiggBackend.acme();
    private final Stigg stigg = backend.newClient();

    @BeforeEach
    void customer() {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private double used() {
        try (Stigg other = backend.newClient()) {
            return other.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-api-calls"))
                    .currentUsage();
        }
    }

    private StiggException failureOf(ReportUsage report) {
        try {
            stigg.reportUsage(report);
        } catch (StiggException failure) {
            return failure;
        }
        throw new AssertionError("it was accepted");
    }

    @Nested
    @DisplayName("that fail")
    class Failing {
        @Test
        @DisplayName("as often as was said, without being done")
        void asOftenAsSaid() {
            backend.faults().failNext(2, Faults.throttled());

            assertThat(failureOf(REPORT)).isInstanceOf(StiggThrottledException.class);
            assertThat(failureOf(REPORT)).isInstanceOf(StiggThrottledException.class);
            assertThat(backend.measurements("cust-1")).isEmpty();
            assertThat(stigg.reportUsage(REPORT).currentUsage()).hasValue(1);
        }

        static Stream<Arguments> failures() {
            return Stream.of(
                    Arguments.of(Faults.throttled(), StiggThrottledException.class, true),
                    Arguments.of(Faults.unavailable(), StiggApiException.class, true),
                    Arguments.of(Faults.unreachable(), StiggTransportException.class, true),
                    Arguments.of(
                            Faults.refused(ErrorCode.SUBSCRIPTION_ALREADY_CANCELED_OR_EXPIRED),
                            StiggConflictException.class,
                            false));
        }

        @ParameterizedTest
        @MethodSource("failures")
        @DisplayName("in every way that Stigg can fail")
        void inEveryWay(StiggException failure, Class<? extends StiggException> type, boolean isRetryable) {
            backend.faults().failNext(1, failure);

            StiggException told = failureOf(REPORT);

            assertThat(told).isExactlyInstanceOf(type).isNotSameAs(failure);
            assertThat(told.isRetryable()).isEqualTo(isRetryable);
        }

        @Test
        @DisplayName("of one class alone")
        void ofOneClass() {
            backend.faults().on(ReportUsage.class).failNext(1, Faults.unavailable());

            stigg.reloadEntitlements(REPORT.scope());

            assertThat(failureOf(REPORT)).hasMessageContaining("503");
        }

        @Test
        @DisplayName("of one class before those of all")
        void ofOneClassFirst() {
            backend.faults().failNext(1, Faults.unreachable());
            backend.faults().on(ReportUsage.class).failNext(1, Faults.throttled());

            assertThat(failureOf(REPORT)).isInstanceOf(StiggThrottledException.class);
            assertThat(failureOf(REPORT)).isInstanceOf(StiggTransportException.class);
        }

        @Test
        @DisplayName("until the publisher of events gets them through")
        void untilEventsGetThrough() {
            backend.faults().on(ReportEvent.class).failNext(1, Faults.unavailable());
            stigg.usage().publisher().publish(UsageEvent.of("cust-1", "user_login"));

            CompletableFuture<Long> left = CompletableFuture.supplyAsync(() ->
                    stigg.usage().publisher().flush(Duration.ofSeconds(10)).left());
            while (!left.isDone()) {
                backend.clock().advance(Duration.ofSeconds(1));
            }

            assertThat(left.join()).isZero();
            assertThat(backend.events()).hasSize(1);
        }

        @Test
        @DisplayName("only if they reach Stigg")
        void onlyIfTheyArrive() {
            backend.faults().on(ReportUsage.class).failNext(1, Faults.throttled());
            backend.goDown();
            failureOf(REPORT);
            backend.comeBack();

            assertThat(failureOf(REPORT)).isInstanceOf(StiggThrottledException.class);
        }
    }

    @Nested
    @DisplayName("whose answer is lost")
    class Losing {
        @Test
        @DisplayName("after they were done, so that the same report counts once when it is sent again")
        void countsOnce() {
            backend.faults().on(ReportUsage.class).loseNextAnswers(1);

            StiggException failure = failureOf(REPORT);
            double usedBefore = used();
            UsageAck ack = stigg.reportUsage(REPORT);

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            StiggTransportException.class,
                            timeout -> assertThat(timeout.isTimeout()).isTrue());
            assertThat(usedBefore).isEqualTo(1);
            assertThat(ack.currentUsage()).hasValue(1);
            assertThat(backend.measurements("cust-1")).containsExactly(REPORT);
        }

        @Test
        @DisplayName("in the order in which faults were asked for")
        void inOrder() {
            backend.faults().failNext(1, Faults.throttled()).loseNextAnswers(1).failNext(1, Faults.unreachable());

            failureOf(REPORT);
            int doneAfterFailure = backend.measurements("cust-1").size();
            failureOf(REPORT);
            int doneAfterLoss = backend.measurements("cust-1").size();

            assertThat(doneAfterFailure).isZero();
            assertThat(doneAfterLoss).isEqualTo(1);
            assertThat(failureOf(REPORT)).hasMessageContaining("cannot be reached");
        }
    }

    @Nested
    @DisplayName("whose answer is late")
    class Delaying {
        private final ApiTransport line = backend.connect();

        private CompletableFuture<UsageAck> report() {
            return line.send(REPORT).toCompletableFuture();
        }

        @Test
        @DisplayName("by the backend's clock, though they are done at once")
        void byTheClock() {
            backend.faults().delayAnswers(FIVE_SECONDS);

            CompletableFuture<UsageAck> answer = report();
            backend.clock().advance(FIVE_SECONDS.minusMillis(1));
            boolean doneBefore = answer.isDone();
            backend.clock().advance(Duration.ofMillis(1));

            assertThat(backend.measurements("cust-1")).hasSize(1);
            assertThat(doneBefore).isFalse();
            assertThat(answer.join().currentUsage()).hasValue(1);
        }

        @Test
        @DisplayName("so that a check falls back in time")
        void checksFallBack() {
            backend.faults().on(GetEntitlementsState.class).delayAnswers(FIVE_SECONDS);

            CompletableFuture<BooleanEntitlement> check =
                    stigg.async().getBooleanEntitlement(BooleanQuery.of("cust-2", "feature-sso"));
            backend.clock().advance(Duration.ofSeconds(3));

            assertThat(check.join().isFallback()).isTrue();
        }

        @Test
        @DisplayName("also if it is a failure")
        void failuresToo() {
            backend.faults().failNext(1, Faults.throttled()).delayAnswers(FIVE_SECONDS);

            CompletableFuture<UsageAck> answer = report();
            boolean doneBefore = answer.isDone();
            backend.clock().advance(FIVE_SECONDS);

            assertThat(doneBefore).isFalse();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(answer::join)
                    .withCauseInstanceOf(StiggThrottledException.class);
        }

        @Test
        @DisplayName("and never comes if Stigg goes down meanwhile, though it comes back")
        void lostWhenDown() {
            backend.faults().delayAnswers(FIVE_SECONDS);

            CompletableFuture<UsageAck> answer = report();
            backend.goDown();
            backend.comeBack();
            backend.clock().advance(FIVE_SECONDS);

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(answer::join)
                    .withMessageContaining("Stigg is down");
            assertThat(backend.measurements("cust-1")).hasSize(1);
        }

        @Test
        @DisplayName("and later still if Stigg is silent by then, and is done once for all that")
        void heldBySilence() {
            backend.faults().delayAnswers(FIVE_SECONDS);

            CompletableFuture<UsageAck> answer = report();
            backend.hang();
            backend.clock().advance(FIVE_SECONDS);
            boolean doneInSilence = answer.isDone();
            backend.comeBack();

            assertThat(doneInSilence).isFalse();
            assertThat(answer.join().currentUsage()).hasValue(1);
            assertThat(backend.measurements("cust-1")).hasSize(1);
        }

        @Test
        @DisplayName("no earlier because a silence has ended meanwhile")
        void noEarlier() {
            backend.faults().delayAnswers(FIVE_SECONDS);

            CompletableFuture<UsageAck> answer = report();
            backend.hang();
            backend.comeBack();

            assertThat(answer).isNotDone();
        }
    }

    @Nested
    @DisplayName("until told otherwise")
    class Until {
        @Test
        @DisplayName("of all classes")
        void all() {
            backend.faults().failNext(1, Faults.throttled()).delayAnswers(FIVE_SECONDS);
            backend.faults().on(ReportUsage.class).loseNextAnswers(1).delayAnswers(FIVE_SECONDS);

            backend.faults().none();

            assertThat(stigg.reportUsage(REPORT).currentUsage()).hasValue(1);
        }

        @Test
        @DisplayName("of one class alone")
        void ofOne() {
            backend.faults().failNext(1, Faults.unreachable());
            backend.faults().on(ReportUsage.class).failNext(1, Faults.throttled());

            backend.faults().on(ReportUsage.class).none();

            assertThat(failureOf(REPORT)).isInstanceOf(StiggTransportException.class);
        }
    }

    @Test
    @DisplayName("and refuses numbers that cannot be meant")
    void refusesNonsense() {
        Faults faults = backend.faults();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.failNext(0, Faults.throttled()))
                .withMessage("times must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.loseNextAnswers(-1))
                .withMessageContaining("times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults.delayAnswers(Duration.ofSeconds(-1)))
                .withMessageContaining("delay");
    }
}
