package io.stigg.sdk.testkit.backend;

import java.time.Instant;

/**
 * Something that is done with the state of an environment. It depends on nothing but that and the time, so that doing it
 * again on a state like it comes to the same; and either it is done as a whole, or it is refused.
 *
 * @param <T> what whoever does it is told
 */
@FunctionalInterface
public interface Command<T> {
    /**
     * Does it.
     *
     * @param state the state, in which everything has happened that was due
     * @param now the time, in whole milliseconds
     * @return what is told
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    T execute(State state, Instant now);
}
