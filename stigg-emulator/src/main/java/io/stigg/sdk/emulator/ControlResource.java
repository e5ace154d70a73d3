package io.stigg.sdk.emulator;

import java.util.Map;

/** Something that is controlled from outside, at a path of its own. Thread-safe. */
@FunctionalInterface
interface ControlResource {
    /**
     * Returns what it does by which method of HTTP.
     *
     * @return the actions by the names of the methods, such as {@code POST}
     */
    Map<String, Action> actions();

    /** Does something, and tells the state that comes of it as an object of JSON. */
    @FunctionalInterface
    interface Action {
        /**
         * Does it.
         *
         * @param input what is to be done
         * @return the state
         * @throws IllegalArgumentException if the input is wrong, which is answered with status 400
         * @throws io.stigg.sdk.error.StiggApiException if it cannot be done, which is answered with the code of the
         *     refusal and its status, or 409 if that is none of an error
         */
        Map<String, Object> act(ControlInput input);
    }
}
