package io.stigg.sdk.testkit;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;

/**
 * Something that goes wrong with one request. Immutable.
 *
 * @param isServed whether Stigg does what it is asked for all the same
 * @param failure what the client is told
 */
record Fault(boolean isServed, StiggException failure) {
    static Fault failure(StiggException failure) {
        return new Fault(false, failure);
    }

    static Fault lostAnswer() {
        return new Fault(true, StiggTransportException.timedOut("the answer was lost", null));
    }
}
