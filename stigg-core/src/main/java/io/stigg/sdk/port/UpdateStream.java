package io.stigg.sdk.port;

import io.stigg.sdk.Registration;

/**
 * Is told by Stigg what changes, as it changes.
 *
 * <p>One opening is one connection, which opens once and ends once. The core decides when to open the next: it keeps to
 * one at a time, waits between attempts, and asks Stigg for what was missed in between.
 *
 * <p>Threading: {@link #open} is called from any thread and returns at once. The listener is called by one thread at a
 * time, in the order in which Stigg told; an adapter in this process may call it on the thread that made the change, also
 * from within {@code open}.
 *
 * <p>Failure: {@code open} never throws. That there is no connection, that it breaks, that Stigg refuses, that it falls
 * silent: each ends the stream, and the listener is told why. News that make no sense are left out and reported once; they
 * end the stream only if what follows cannot be understood either.
 *
 * <p>Lifetime: closing the transport of the same set ends its streams.
 */
@FunctionalInterface
public interface UpdateStream {
    /**
     * Opens a connection.
     *
     * @param listener is told what happens
     * @return ends the connection and everything that was made for it, at once; the listener is told nothing after that,
     *     not even the end, but for a call that was under way
     */
    Registration open(UpdateListener listener);

    /**
     * Stands for a transport that cannot be told anything. A client on it asks again for what has become old.
     *
     * @return the stream that is never opened
     */
    static UpdateStream none() {
        return NoUpdates.NONE;
    }
}
