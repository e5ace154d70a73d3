package io.stigg.sdk.testkit.backend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What happens by itself when its time has come: starts, ends, resets. It happens in the order of time, whether time goes on
 * in one step or in many, and each event is made as of the instant that it was due at. Not thread-safe; guarded by the
 * environment.
 */
final class Timeline {
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long numbers;
    private Instant reached = Instant.MIN;

    /**
     * Makes something happen at an instant. Whoever plans it and thinks better of it lets it find that nothing is to be done.
     *
     * @param event is told when it was due
     */
    void at(Instant instant, Consumer<Instant> event) {
        dues.add(new Due(whole(instant), numbers++, event));
    }

    /** Stigg's times have milliseconds, and no more: what is due within one happens with the next. */
    private static Instant whole(Instant instant) {
        Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(instant) ? instant : millis.plusNanos(NANOS_OF_A_MILLI);
    }

    /** Returns when something happens next. */
    Optional<Instant> next() {
        return Optional.ofNullable(dues.peek()).map(Due::at);
    }

    /** Lets everything happen that is due, and returns the time: clocks go back now and then, Stigg's does not. */
    Instant reach(Instant now) {
        reached = now.isAfter(reached) ? now : reached;
        for (Due due = dues.peek(); due != null && !due.at.isAfter(reached); due = dues.peek()) {
            dues.remove();
            due.event.accept(due.at);
        }
        return reached;
    }

    private record Due(Instant at, long number, Consumer<Instant> event) {}
}
