package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A way in which requests over HTTP fail. It concerns every request to GraphQL and to the edge, unless it says that it is
 * for some of them, and lasts, unless it says how often it happens. Immutable.
 */
public final class HttpFault {
    /** What happens. */
    enum Kind {
        REFUSE("refuse"),
        STATUS("status"),
        DELAY("delay"),
        MALFORMED("malformed"),
        LOSE_ANSWER("loseAnswer");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final Kind kind;
    private final int status;
    private final Duration delay;
    private final OptionalInt times;
    private final Optional<String> only;

    private HttpFault(Kind kind, int status, Duration delay, OptionalInt times, Optional<String> only) {
        this.kind = kind;
        this.status = status;
        this.delay = delay;
        this.times = times;
        this.only = only;
    }

    private static HttpFault of(Kind kind) {
        return new HttpFault(kind, 0, Duration.ZERO, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Cuts the connection, and does nothing of what is asked.
     *
     * @return the fault
     */
    public static HttpFault refuse() {
        return of(Kind.REFUSE);
    }

    /**
     * Answers with an error, and does nothing of what is asked. The body is an error of GraphQL's, or with 429 at the edge
     * the one that the edge has for it.
     *
     * @param status the status of HTTP, from 400 to 599
     * @return the fault
     * @throws IllegalArgumentException if it is no status of an error
     */
    public static HttpFault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be from 400 to 599, not " + status);
        }
        return new HttpFault(Kind.STATUS, status, Duration.ZERO, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Does what is asked at once, and answers later.
     *
     * @param delay how much later
     * @return the fault
     * @throws IllegalArgumentException if it is negative, or longer than a day
     */
    public static HttpFault delay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be from zero to a day, not " + delay);
        }
        return new HttpFault(Kind.DELAY, 0, delay, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Does what is asked, and answers with status 200 and the first half of the body, which is no JSON.
     *
     * @return the fault
     */
    public static HttpFault malformed() {
        return of(Kind.MALFORMED);
    }

    /**
     * Does what is asked, and cuts the connection in place of an answer.
     *
     * @return the fault
     */
    public static HttpFault loseAnswer() {
        return of(Kind.LOSE_ANSWER);
    }

    /**
     * Says how often it happens.
     *
     * @param requests to how many requests, from 1
     * @return the changed fault
     * @throws IllegalArgumentException if it is less than 1
     */
    public HttpFault times(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + requests);
        }
        return new HttpFault(kind, status, delay, OptionalInt.of(requests), only);
    }

    /**
     * Says which requests it concerns.
     *
     * @param which {@code edge} or {@code graphql}, or the name of a GraphQL operation, as clients name it: in the
     *     document, or in the header {@code x-graphql-operation-name}
     * @return the changed fault
     * @throws IllegalArgumentException if it is blank
     */
    public HttpFault only(String which) {
        if (requireNonNull(which, "which").isBlank()) {
            throw new IllegalArgumentException("only must not be blank");
        }
        return new HttpFault(kind, status, delay, times, Optional.of(which));
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    Duration delay() {
        return delay;
    }

    OptionalInt times() {
        return times;
    }

    Optional<String> only() {
        return only;
    }

    @Override
    public String toString() {
        return "HttpFault[" + kind.wireName()
                + (kind == Kind.STATUS ? " " + status : "")
                + (kind == Kind.DELAY ? " " + delay : "")
                + (times.isPresent() ? ", " + times.getAsInt() + " times" : "")
                + only.map(which -> ", only " + which).orElse("") + "]";
    }
}
