package io.stigg.sdk.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AnswerBasis;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The oracle")
class OracleTest {
    private static final Question CALLS = new Question("cust-1", Shop.CALLS);
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final Verdict GRANTED = new Verdict(true, OptionalDouble.of(100));
    private static final Verdict DENIED = new Verdict(false, OptionalDouble.of(100));
    private static final long SECOND = 1_000_000_000;

    private final Violations violations = new Violations();
    private final Oracle oracle = new Oracle(violations);

    private void truth(Verdict verdict, long began, long ended) {
        oracle.changed(CALLS, verdict, began * SECOND, ended * SECOND);
    }

    private void answered(Verdict verdict, AnswerBasis basis, long second) {
        oracle.judge(new Observation(
                "client", BOUNDS, CALLS, new Answer(verdict, basis), second * SECOND, second * SECOND + 1));
        oracle.settle();
    }

    @Test
    @DisplayName("has nothing against what is true")
    void right() {
        truth(GRANTED, 0, 1);

        answered(GRANTED, AnswerBasis.FRESH, 5);

        assertThat(violations.first()).isEmpty();
        assertThat(oracle.longest(AnswerBasis.FRESH)).isZero();
    }

    @Test
    @DisplayName("objects to a grant that Stigg never gave")
    void neverGranted() {
        truth(DENIED, 0, 1);

        answered(GRANTED, AnswerBasis.STALE, 5);

        assertThat(violations.first()).singleElement().asString().contains("client", "cust-1", "never been true");
    }

    @Test
    @DisplayName("objects to a grant of a limit that Stigg never gave")
    void otherLimit() {
        truth(GRANTED, 0, 1);

        answered(new Verdict(true, OptionalDouble.of(1_000)), AnswerBasis.FRESH, 5);

        assertThat(violations.count()).isOne();
    }

    @Test
    @DisplayName("objects to a fallback that grants what was not granted")
    void grantingFallback() {
        truth(DENIED, 0, 1);

        answered(GRANTED, AnswerBasis.FALLBACK, 5);

        assertThat(violations.count()).isOne();
    }

    @Test
    @DisplayName("has nothing against a fallback that denies")
    void denyingFallback() {
        truth(GRANTED, 0, 1);

        answered(DENIED, AnswerBasis.FALLBACK, 5);

        assertThat(violations.first()).isEmpty();
    }

    @Test
    @DisplayName("bears what is no longer true for as long as was promised, and not longer")
    void stale() {
        truth(GRANTED, 0, 1);
        truth(DENIED, 20, 21);

        answered(GRANTED, AnswerBasis.STALE, 31);
        assertThat(violations.first()).isEmpty();
        assertThat(oracle.longest(AnswerBasis.STALE)).isEqualTo(Duration.ofSeconds(10));

        answered(GRANTED, AnswerBasis.STALE, 32);
        assertThat(violations.count()).isOne();
    }

    @Test
    @DisplayName("is stricter with what is said to be fresh")
    void fresh() {
        truth(GRANTED, 0, 1);
        truth(DENIED, 20, 21);

        answered(GRANTED, AnswerBasis.FRESH, 23);

        assertThat(violations.first()).singleElement().asString().contains("no longer true for 2000 ms");
    }

    @Test
    @DisplayName("takes both for true while a change is under way")
    void underWay() {
        truth(GRANTED, 0, 1);
        truth(DENIED, 20, 25);

        answered(DENIED, AnswerBasis.FRESH, 21);
        answered(GRANTED, AnswerBasis.FRESH, 25);

        assertThat(violations.first()).isEmpty();
        assertThat(oracle.longest(AnswerBasis.FRESH)).isZero();
    }

    @Test
    @DisplayName("waits with its verdict until it knows what was changed")
    void notKnownYet() {
        truth(DENIED, 0, 1);
        oracle.judge(new Observation(
                "client", BOUNDS, CALLS, new Answer(GRANTED, AnswerBasis.FRESH), 5 * SECOND, 5 * SECOND + 1));

        truth(GRANTED, 4, 6);
        oracle.settle();

        assertThat(violations.first()).isEmpty();
    }

    @Test
    @DisplayName("objects to a denial of what has been granted for long")
    void denied() {
        truth(GRANTED, 0, 1);

        answered(DENIED, AnswerBasis.STALE, 5);

        assertThat(violations.count()).isOne();
    }
}
