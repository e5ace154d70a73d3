package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Repeat;
import io.stigg.sdk.http.Outcome.Success;
import io.stigg.sdk.http.graphql.Operations;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Trying again")
class RetryingExchangeTest {
    private static final StiggException BROKEN = StiggTransportException.unreachable("broken", null);
    private static final StiggRequest<?> REPEATABLE = ReportUsage.of("acme", "calls", 1);
    private static final StiggRequest<?> UNREPEATABLE =
            ProvisionSubscription.of("acme", PlanSelection.of("plan-basic"));

    private final ManualClock clock = new ManualClock();
    private final Queue<Outcome<?>> outcomes = new ArrayDeque<>();
    private int attempts;

    private final Exchange exchange = new RetryingExchange(clock, new Backoff(() -> 1), new Exchange() {
        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletableFuture<Outcome<R>> send(Call<R> call) {
            attempts++;
            return CompletableFuture.completedFuture((Outcome<R>) outcomes.remove());
        }
    });

    private Call<?> call(StiggRequest<?> request, Duration budget) {
        return new Call<>(Operations.serving(request), budget, clock.now());
    }

    private CompletableFuture<? extends Outcome<?>> send(StiggRequest<?> request, Duration budget) {
        return exchange.send(call(request, budget));
    }

    private void fails(Repeat repeat, Optional<Duration> pause, int times) {
        for (int i = 0; i < times; i++) {
            outcomes.add(new Failure<>(BROKEN, repeat, pause));
        }
    }

    @Test
    @DisplayName("happens three times, after pauses that double, and no more")
    void happensThreeTimes() {
        fails(Repeat.SAFE, Optional.empty(), 4);

        var result = send(REPEATABLE, Duration.ofSeconds(10));

        for (int millis : List.of(200, 400, 800)) {
            assertThat(result).isNotDone();
            assertThat(clock.waits()).containsExactly(Duration.ofMillis(millis));
            clock.advance(Duration.ofMillis(millis));
        }
        assertThat(result.join()).isInstanceOf(Failure.class);
        assertThat(attempts).isEqualTo(4);
    }

    @Test
    @DisplayName("ends with the first success")
    void endsWithTheFirstSuccess() {
        fails(Repeat.SAFE, Optional.empty(), 1);
        outcomes.add(new Success<>("fine"));

        var result = send(REPEATABLE, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(1));

        assertThat(result.join()).isEqualTo(new Success<>("fine"));
        assertThat(attempts).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "SAFE, true, true",
        "SAFE, false, true",
        "IF_REPEATABLE, true, true",
        "IF_REPEATABLE, false, false",
        "POINTLESS, true, false",
        "POINTLESS, false, false",
    })
    @DisplayName("depends on what may have happened and on what was asked")
    void dependsOnSafety(Repeat repeat, boolean repeatable, boolean triesAgain) {
        fails(repeat, Optional.empty(), 4);

        send(repeatable ? REPEATABLE : UNREPEATABLE, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(5));

        assertThat(attempts).isEqualTo(triesAgain ? 4 : 1);
    }

    @Test
    @DisplayName("waits as long as Stigg asks")
    void waitsAsAsked() {
        fails(Repeat.SAFE, Optional.of(Duration.ofSeconds(7)), 2);

        send(REPEATABLE, Duration.ofSeconds(10));

        assertThat(clock.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource(
            value = Repeat.class,
            names = {"SAFE", "IF_REPEATABLE"})
    @DisplayName("does not happen, at once, when the pause does not fit the time left")
    void doesNotHappenBeyondTheBudget(Repeat repeat) {
        fails(repeat, Optional.of(Duration.ofSeconds(10)), 2);

        var result = send(REPEATABLE, Duration.ofSeconds(10));

        assertThat(result).isDone();
        assertThat(attempts).isEqualTo(1);
        assertThat(clock.waits()).isEmpty();
    }

    @Test
    @DisplayName("does not happen for a call that nobody waits for, and leaves no timer")
    void endsWithTheCall() {
        fails(Repeat.SAFE, Optional.empty(), 4);
        Call<?> call = call(REPEATABLE, Duration.ofSeconds(10));
        exchange.send(call);

        call.abandon();

        assertThat(clock.waits()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("is spread by jitter below a bound of two seconds")
    void isSpread() {
        Backoff halved = new Backoff(() -> 0.5);
        Backoff none = new Backoff(() -> 0);

        assertThat(List.of(halved.after(1), halved.after(2), halved.after(9)))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1));
        assertThat(none.after(3)).isZero();
    }
}
