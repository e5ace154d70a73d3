package io.stigg.sdk.testkit.backend;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Registration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * One environment of the in-memory Stigg: what state it is in, and by which changes it came to it. What follows from the
 * passing of time happens when its time has come. Thread-safe.
 */
public final class Environment {
    private final Catalog first;
    private final SdkClock clock;
    private final ChangeListener listener;
    private final List<Step> steps = new ArrayList<>();
    private State state;
    private Optional<Instant> alarmAt = Optional.empty();
    private Registration alarm = () -> {};

    /**
     * Makes an environment without customers.
     *
     * @param catalog what is sold
     * @param clock Stigg's time
     * @param listener passes on what changes
     */
    public Environment(Catalog catalog, SdkClock clock, ChangeListener listener) {
        this.first = requireNonNull(catalog, "catalog");
        this.clock = requireNonNull(clock, "clock");
        this.listener = requireNonNull(listener, "listener");
        state = new State(first, listener);
    }

    /**
     * Serves one request.
     *
     * @param request the request
     * @param fetchedAt the asking process's time, for the entitlements that it is given
     * @param <R> what Stigg answers
     * @return the answer
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    public <R> R answer(StiggRequest<R> request, Instant fetchedAt) {
        return execute((any, now) -> {
            R answer = any.answer(request, new Moment(now, fetchedAt));
            if (any.isChangedBy(request)) {
                steps.add(new Step(now, (again, then) -> again.answer(request, new Moment(then, then))));
            }
            return answer;
        });
    }

    /**
     * Changes the state, and remembers how.
     *
     * @param change the change
     * @param <T> what it tells
     * @return what it tells
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    public <T> T change(Command<T> change) {
        return execute((made, now) -> {
            T told = change.execute(made, now);
            steps.add(new Step(now, change));
            return told;
        });
    }

    /**
     * Changes the state, and remembers how.
     *
     * @param change the change, which tells nothing
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    public void alter(BiConsumer<State, Instant> change) {
        change((made, now) -> {
            change.accept(made, now);
            return now;
        });
    }

    /**
     * Asks the state something that does not change it.
     *
     * @param question the question
     * @param <T> what it tells
     * @return what it tells
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    public <T> T ask(Command<T> question) {
        return execute(question);
    }

    /** Listeners are called without the lock: they may ask for more, or wait for somebody who does. */
    private <T> T execute(Command<T> command) {
        try {
            synchronized (this) {
                Instant now = state.reach(time());
                try {
                    return command.execute(state, now);
                } finally {
                    setAlarm();
                }
            }
        } finally {
            listener.deliver();
        }
    }

    /** Somebody may listen who never asks. */
    private void setAlarm() {
        Optional<Instant> next = state.nextDue();
        if (!next.equals(alarmAt)) {
            alarm.close();
            alarmAt = next;
            alarm = next.map(due -> clock.schedule(Duration.between(clock.now(), due), this::wake))
                    .orElse(() -> {});
        }
    }

    private void wake() {
        ask((woken, now) -> now);
    }

    /**
     * Returns all that has happened.
     *
     * @return the past up to now
     */
    public Past past() {
        return ask((asked, now) -> new Past(first, steps, now));
    }

    /**
     * Makes everything as it was at the end of a past, and then lets everything happen that was due since. Whoever listens is
     * told that nothing is as it was.
     *
     * @param past the past of any environment
     */
    public void restore(Past past) {
        ask((former, now) -> {
            Set<CustomerScope> scopes = new LinkedHashSet<>(former.scopes());
            state = State.after(past, listener);
            steps.clear();
            steps.addAll(past.steps());
            scopes.addAll(state.scopes());
            scopes.forEach(scope -> listener.note(new EntitlementsInvalidated(scope)));
            return state.reach(now);
        });
    }

    /**
     * Tells Stigg's time.
     *
     * @return the time, in whole milliseconds
     */
    public Instant time() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
