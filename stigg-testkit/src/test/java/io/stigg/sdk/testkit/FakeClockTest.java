package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stigg.sdk.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("The fake clock")
class FakeClockTest {
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private final FakeClock clock = FakeClock.at(START);
    private final List<String> ran = new ArrayList<>();

    private Registration after(long seconds, String name) {
        return clock.schedule(Duration.ofSeconds(seconds), () -> ran.add(name + "@" + secondsSinceStart()));
    }

    private long secondsSinceStart() {
        return Duration.between(START, clock.now()).toSeconds();
    }

    @Test
    @DisplayName("stands still until it is advanced, and tells the same time finely and coarsely")
    void standsStill() {
        assertThat(clock.now()).isEqualTo(START);

        clock.advance(Duration.ofMillis(1));

        assertThat(clock.now()).isEqualTo(START.plusMillis(1));
        assertThat(clock.coarseMillis()).isEqualTo(START.toEpochMilli() + 1);
    }

    @Test
    @DisplayName("runs what falls due in the order of time, each at its own time")
    void runsInOrder() {
        after(3, "c");
        after(1, "a");
        after(2, "b");
        after(11, "late");

        clock.advance(Duration.ofSeconds(10));

        assertThat(ran).containsExactly("a@1", "b@2", "c@3");
        assertThat(secondsSinceStart()).isEqualTo(10);
        assertThat(clock.waitingTasks()).isOne();
    }

    @Test
    @DisplayName("runs tasks of the same instant in the order in which they were scheduled")
    void runsEqualsInOrder() {
        after(1, "a");
        after(1, "b");
        after(1, "c");

        clock.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("a@1", "b@1", "c@1");
    }

    @Test
    @DisplayName("runs what tasks schedule, if it falls due on the way")
    void runsWhatTasksSchedule() {
        clock.schedule(Duration.ofSeconds(1), () -> {
            after(1, "soon");
            after(100, "much later");
        });

        clock.advanceTo(START.plusSeconds(5));

        assertThat(ran).containsExactly("soon@2");
    }

    @Test
    @DisplayName("runs what is due at once when it is next advanced, if only by nothing")
    void runsDueAtOnce() {
        after(0, "now");
        after(-5, "before");
        assertThat(ran).isEmpty();

        clock.advance(Duration.ZERO);

        assertThat(ran).containsExactly("now@0", "before@0");
    }

    @Test
    @DisplayName("does not run what was withdrawn, not even by an earlier task")
    void doesNotRunWhatWasWithdrawn() {
        Registration second = after(2, "second");
        Registration third = after(3, "third");
        clock.schedule(Duration.ofSeconds(1), second::close);
        third.close();
        third.close();

        clock.advance(Duration.ofSeconds(10));

        assertThat(ran).isEmpty();
        assertThat(clock.waitingTasks()).isZero();
    }

    @Test
    @DisplayName("does not go back")
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advanceTo(START.minusSeconds(1)));
        assertThat(clock.now()).isEqualTo(START);
    }

    @Test
    @DisplayName("is not moved by its own tasks")
    void isNotMovedByItsTasks() {
        clock.schedule(Duration.ofSeconds(1), () -> clock.advance(Duration.ofSeconds(1)));

        assertThatIllegalStateException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(5)))
                .withMessageContaining("must not move the clock");
    }

    @Test
    @DisplayName("goes on after it was closed, because others share it")
    void goesOnAfterClose() {
        after(1, "a");
        clock.close();

        clock.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("a@1");
    }

    @Test
    @DisplayName("runs each task once when several threads advance and schedule")
    void isThreadSafe() throws Exception {
        AtomicInteger count = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);

        for (int thread = 0; thread < 4; thread++) {
            threads.execute(() -> {
                for (int i = 0; i < 500; i++) {
                    clock.schedule(Duration.ofMillis(i % 7), count::incrementAndGet);
                    clock.advance(Duration.ofMillis(1));
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        clock.advance(Duration.ofSeconds(1));

        assertThat(count).hasValue(2_000);
        assertThat(clock.now()).isEqualTo(START.plusMillis(2_000).plusSeconds(1));
    }

    @RepeatedTest(20)
    @DisplayName("runs the same whether it is advanced in one step or in many")
    void stepsDoNotMatter(org.junit.jupiter.api.RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        FakeClock other = FakeClock.at(START);
        List<String> stepwise = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int task = i;
            Duration delay = Duration.ofMillis(random.nextInt(1_000));
            clock.schedule(delay, () -> ran.add(task + "@" + clock.now()));
            other.schedule(delay, () -> stepwise.add(task + "@" + other.now()));
        }

        clock.advance(Duration.ofSeconds(1));
        while (other.now().isBefore(clock.now())) {
            Instant next = other.now().plusMillis(random.nextInt(100));
            other.advanceTo(next.isBefore(clock.now()) ? next : clock.now());
        }

        assertThat(stepwise).as("seed %s", seed).isEqualTo(ran).hasSize(50);
    }
}
