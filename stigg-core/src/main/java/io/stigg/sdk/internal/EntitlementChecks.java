package io.stigg.sdk.internal;

import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.event.FallbackServed;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.internal.EntitlementReader.Reading;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers checks: an override decides first, then what Stigg says, then a fallback. Thread-safe.
 *
 * <p>A check whose customer is held and fresh is answered on the spot, on the caller's thread, without a lock, a future,
 * I/O or a log. Everything else goes the long way round, and never takes longer than the check timeout.
 */
public final class EntitlementChecks {
    private final EntitlementReader reader;
    private final Holdings holdings = new Holdings();
    private final Listeners listeners;
    private final StatusTracker status;
    private final SdkClock clock;
    private final Fallbacks fallbacks;
    private final Duration timeout;
    private final Executor late;
    private volatile Overrides overrides = Overrides.none();
    // Spares every check the look into the overrides.
    private volatile boolean anyOverride;

    /**
     * Makes the checks of a client.
     *
     * @param reader finds what is held
     * @param listeners are told of fallbacks
     * @param status tells whether the client is closed
     * @param clock tells the time
     * @param fallbacks the configured fallbacks
     * @param timeout how long a check waits for Stigg
     * @param late completes asynchronous checks that waited so long
     */
    public EntitlementChecks(
            EntitlementReader reader,
            Listeners listeners,
            StatusTracker status,
            SdkClock clock,
            Fallbacks fallbacks,
            Duration timeout,
            Executor late) {
        this.reader = reader;
        this.listeners = listeners;
        this.status = status;
        this.clock = clock;
        this.fallbacks = fallbacks;
        this.timeout = timeout;
        this.late = late;
    }

    /**
     * Returns the overrides in force.
     *
     * @return the overrides
     */
    public Overrides overrides() {
        return overrides;
    }

    /**
     * Puts other overrides in force.
     *
     * @param newOverrides the overrides
     */
    public void setOverrides(Overrides newOverrides) {
        overrides = newOverrides;
        anyOverride = !newOverrides.isEmpty();
    }

    /**
     * Answers a check, on the caller's thread.
     *
     * @param query the question
     * @param kind how it is answered
     * @param <Q> the question's type
     * @param <E> the answer's type
     * @return the answer
     */
    public <Q extends EntitlementQuery, E extends Entitlement> E answer(Q query, CheckKind<Q, E> kind) {
        E answer = onTheSpot(query, kind);
        return answer != null ? answer : slowly(query, kind);
    }

    /**
     * Answers a check without blocking.
     *
     * @param query the question
     * @param kind how it is answered
     * @param <Q> the question's type
     * @param <E> the answer's type
     * @return the answer to come
     */
    public <Q extends EntitlementQuery, E extends Entitlement> CompletableFuture<E> answerAsync(
            Q query, CheckKind<Q, E> kind) {
        E answer = onTheSpot(query, kind);
        if (answer == null) {
            answer = overridden(query, kind);
        }
        return answer != null
                ? CompletableFuture.completedFuture(answer)
                : inTime(query.scope(), late).thenApply(reading -> conclude(query, kind, reading));
    }

    /**
     * Lists all entitlements.
     *
     * @param scope the customer, or a resource of it
     * @return the answers
     */
    public EntitlementsState state(CustomerScope scope) {
        return await(scope, reading -> conclude(scope, reading));
    }

    /**
     * Lists all entitlements without blocking.
     *
     * @param scope the customer, or a resource of it
     * @return the answers to come
     */
    public CompletableFuture<EntitlementsState> stateAsync(CustomerScope scope) {
        return inTime(scope, late).thenApply(reading -> conclude(scope, reading));
    }

    /**
     * Evaluates a snapshot that has just come from Stigg.
     *
     * @param snapshot the snapshot
     * @return the answers
     */
    public EntitlementsState state(EntitlementSnapshot snapshot) {
        return conclude(snapshot.scope(), Reading.fresh(snapshot));
    }

    /** Evaluates one entitlement with nothing requested from what is held, if it is held. Fetches nothing. */
    Optional<Entitlement> held(CustomerScope scope, EntitlementRef ref) {
        EntitlementSnapshot snapshot = reader.held(scope);
        if (snapshot == null
                || snapshot.entitlements().stream().noneMatch(fact -> fact.ref().equals(ref))) {
            return Optional.empty();
        }
        Reading reading = Reading.fresh(snapshot);
        return Optional.of(
                ref.type() == EntitlementRef.Type.FEATURE
                        ? conclude(featureQuery(scope, ref.id()), CheckKinds.FEATURE, reading)
                        : conclude(creditQuery(scope, ref.id()), CheckKinds.CREDIT, reading));
    }

    private <Q extends EntitlementQuery, E extends Entitlement> @Nullable E onTheSpot(Q query, CheckKind<Q, E> kind) {
        if (anyOverride) {
            return null;
        }
        long now = clock.coarseMillis();
        Holding held = reader.peek(query.scope(), now, holdings);
        if (held == null) {
            return null;
        }
        E answer = kind.evaluate(held, query, now, AnswerBasis.FRESH);
        if (fallbacks.coverMissingFeatures() && !answer.hasAccess()) {
            return null;
        }
        listeners.tellHit(query.scope());
        return answer;
    }

    private <Q extends EntitlementQuery, E extends Entitlement> E slowly(Q query, CheckKind<Q, E> kind) {
        E answer = overridden(query, kind);
        return answer != null ? answer : await(query.scope(), reading -> conclude(query, kind, reading));
    }

    private <Q extends EntitlementQuery, E extends Entitlement> @Nullable E overridden(Q query, CheckKind<Q, E> kind) {
        return kind.override(overrides, query)
                .map(answer -> kind.fixed(query, answer, AnswerBasis.OVERRIDE))
                .orElse(null);
    }

    private <T> T await(CustomerScope scope, Function<Reading, T> conclusion) {
        // Nothing of the application's hangs on it, so the timer itself may complete it.
        CompletableFuture<Reading> reading = inTime(scope, Runnable::run);
        return conclusion.apply(Await.uninterrupted(reading, () -> reader.lastKnown(scope, interrupted(scope))));
    }

    /** Reads, and stops waiting when time is up. The fetch itself goes on, and its outcome is remembered. */
    private CompletableFuture<Reading> inTime(CustomerScope scope, Executor whenLate) {
        CompletableFuture<Reading> reading = reader.read(scope);
        if (!reading.isDone()) {
            Registration alarm = clock.schedule(timeout, () -> whenLate.execute(() -> giveUp(scope, reading)));
            reading.whenComplete((done, failure) -> alarm.close());
        }
        return reading;
    }

    /** Checks after this one are not to wait as well, so the status learns of it now and not when the request ends. */
    private void giveUp(CustomerScope scope, CompletableFuture<Reading> reading) {
        StiggException timedOut = timedOut(scope);
        if (!reading.isDone()) {
            status.observe(timedOut);
            reading.complete(reader.lastKnown(scope, timedOut));
        }
    }

    private StiggException timedOut(CustomerScope scope) {
        return StiggTransportException.timedOut(
                "the entitlements of " + scope + " did not come within the check timeout of " + timeout, null);
    }

    private static StiggException interrupted(CustomerScope scope) {
        return StiggTransportException.unreachable(
                "the thread was interrupted while it waited for the entitlements of " + scope, null);
    }

    private <Q extends EntitlementQuery, E extends Entitlement> E conclude(
            Q query, CheckKind<Q, E> kind, Reading reading) {
        E overridden = overridden(query, kind);
        if (overridden != null) {
            return overridden;
        }
        Optional<FixedAnswer> fallback = query.fallback().or(() -> kind.configured(fallbacks, query));
        if (reading.snapshot() == null) {
            return fallBack(query, kind, fallback.orElse(FixedAnswer.denied()), reading);
        }
        E answer = kind.evaluate(holdings.of(reading.snapshot()), query, clock.coarseMillis(), reading.basis());
        return fallbacks.coverMissingFeatures() && fallback.isPresent() && isMissing(answer)
                ? fallBack(query, kind, fallback.get(), reading)
                : answer;
    }

    private static boolean isMissing(Entitlement answer) {
        AccessDeniedReason reason = answer.accessDeniedReason().orElse(null);
        return reason == AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION
                || reason == AccessDeniedReason.ENTITLEMENT_NOT_FOUND;
    }

    private <Q extends EntitlementQuery, E extends Entitlement> E fallBack(
            Q query, CheckKind<Q, E> kind, FixedAnswer fallback, Reading reading) {
        tell(query.scope(), Optional.of(kind.id(query)), fallback.hasAccess(), reading);
        return kind.fixed(query, fallback, AnswerBasis.FALLBACK);
    }

    private EntitlementsState conclude(CustomerScope scope, Reading reading) {
        EntitlementSnapshot snapshot = reading.snapshot();
        if (snapshot == null) {
            tell(scope, Optional.empty(), false, reading);
            return new EntitlementsState(configured(scope), Optional.empty(), AnswerBasis.FALLBACK);
        }
        List<Entitlement> answers = new ArrayList<>();
        for (EntitlementFact fact : snapshot.entitlements()) {
            answers.add(
                    fact instanceof FeatureFact feature
                            ? conclude(featureQuery(scope, feature.feature().id()), CheckKinds.FEATURE, reading)
                            : conclude(
                                    creditQuery(
                                            scope,
                                            ((CreditFact) fact).currency().id()),
                                    CheckKinds.CREDIT,
                                    reading));
        }
        return new EntitlementsState(answers, snapshot.denial(), reading.basis());
    }

    private List<Entitlement> configured(CustomerScope scope) {
        List<Entitlement> answers = new ArrayList<>();
        fallbacks
                .features()
                .forEach((id, answer) ->
                        answers.add(CheckKinds.FEATURE.fixed(featureQuery(scope, id), answer, AnswerBasis.FALLBACK)));
        fallbacks
                .currencies()
                .forEach((id, answer) ->
                        answers.add(CheckKinds.CREDIT.fixed(creditQuery(scope, id), answer, AnswerBasis.FALLBACK)));
        return answers;
    }

    private static FeatureQuery featureQuery(CustomerScope scope, String featureId) {
        return new FeatureQuery(scope, featureId, Optional.empty(), 0, List.of());
    }

    private static CreditQuery creditQuery(CustomerScope scope, String currencyId) {
        return new CreditQuery(scope, currencyId, Optional.empty(), 0);
    }

    private void tell(CustomerScope scope, Optional<String> id, boolean hadAccess, Reading reading) {
        Optional<StiggException> cause = Optional.ofNullable(reading.failure());
        listeners.tell(listener -> listener.onFallback(new FallbackServed(scope, id, hadAccess, cause)));
    }
}
