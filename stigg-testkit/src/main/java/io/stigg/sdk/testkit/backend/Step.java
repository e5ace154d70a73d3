package io.stigg.sdk.testkit.backend;

import java.time.Instant;

/**
 * A change that was made, and when. Made again on another state, at the same time and after the same changes, it comes to the
 * same.
 *
 * @param at when it was made
 * @param change the change
 */
record Step(Instant at, Command<?> change) {
    void takeOn(State state) {
        change.execute(state, state.reach(at));
    }
}
