package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong between clients and the in-memory Stigg, request by request.
 *
 * <pre>{@code
 * backend.faults().failNext(2, Faults.throttled());
 * backend.faults().on(ReportUsage.class).loseNextAnswers(1);
 * backend.faults().delayAnswers(Duration.ofSeconds(5));
 * backend.faults().none();
 * }</pre>
 *
 * <p>Failures and lost answers happen in the order in which they were asked for, one for each request that reaches Stigg;
 * those for one class of requests go before those for all. What a client sends by itself counts as well, such as the
 * question whether its key is accepted: {@link #on} leaves that alone.
 *
 * <p>A delay is of the backend's clock. A call that waits for its answer keeps its thread until somebody advances the clock,
 * so a test with one thread asks by {@link io.stigg.sdk.Stigg#async}.
 *
 * <p>Thread-safe.
 */
public final class Faults {
    private final FaultPlan plan;
    private final Class<?> type;

    private Faults(FaultPlan plan, Class<?> type) {
        this.plan = plan;
        this.type = type;
    }

    static Faults in(FaultPlan plan) {
        return new Faults(plan, FaultPlan.ALL);
    }

    /**
     * Restricts what is asked for next to requests of one class.
     *
     * @param requests the class, such as {@code ReportUsage.class}
     * @return the faults of these requests
     */
    public Faults on(Class<? extends StiggRequest<?>> requests) {
        return new Faults(plan, requireNonNull(requests, "requests"));
    }

    /**
     * Makes the next requests fail. Stigg does nothing of what they ask for.
     *
     * @param times how many requests
     * @param failure what clients are told, a copy each time
     * @return these faults
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public Faults failNext(int times, StiggException failure) {
        plan.add(type, positive(times), Fault.failure(requireNonNull(failure, "failure")));
        return this;
    }

    /**
     * Loses the answers to the next requests. Stigg does what they ask for, and clients are told that time ran out.
     *
     * @param times how many answers
     * @return these faults
     * @throws IllegalArgumentException if {@code times} is less than 1
     */
    public Faults loseNextAnswers(int times) {
        plan.add(type, positive(times), Fault.lostAnswer());
        return this;
    }

    private static int positive(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, not " + times);
        }
        return times;
    }

    /**
     * Delays every answer, failures included, until {@link #none}. Stigg does at once what it is asked for.
     *
     * @param delay how long an answer takes, by the backend's clock; 0 for no time
     * @return these faults
     * @throws IllegalArgumentException if it is negative
     */
    public Faults delayAnswers(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative: " + delay);
        }
        plan.delay(type, delay);
        return this;
    }

    /** Lets nothing go wrong any more; after {@link #on}, nothing that is planned for these requests alone. */
    public void none() {
        plan.clear(type);
    }

    /**
     * Makes the failure of a client that has asked too much.
     *
     * @return HTTP 429, to be tried again later
     */
    public static StiggException throttled() {
        return refusal(429, ErrorCode.RATE_LIMIT_EXCEEDED, "too many requests");
    }

    /**
     * Makes the failure of a Stigg that has troubles of its own.
     *
     * @return HTTP 503, to be tried again later
     */
    public static StiggException unavailable() {
        return refusal(503, ErrorCode.UNEXPECTED_ERROR, "the service is not available");
    }

    /**
     * Makes the failure of a connection.
     *
     * @return a failure without an answer, to be tried again later
     */
    public static StiggException unreachable() {
        return StiggTransportException.unreachable("Stigg cannot be reached", null);
    }

    /**
     * Makes the failure of a request that Stigg does not accept.
     *
     * @param code why
     * @return the refusal, of the class that goes with the code
     */
    public static StiggException refused(ErrorCode code) {
        return refusal(200, code, "refused by the test");
    }

    private static StiggException refusal(int status, ErrorCode code, String message) {
        ApiError error = new ApiError(message, Optional.of(code.wireName()), Optional.empty(), Map.of());
        return StiggApiException.of("the request", status, List.of(error));
    }
}
