package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;

/** Is told by the in-memory Stigg, on the thread that makes the change. Thread-safe. */
final class BackendUpdateStream implements UpdateStream {
    private final Broadcast broadcast;
    private final SdkClock clock;
    private volatile boolean closed;

    BackendUpdateStream(Broadcast broadcast, SdkClock clock) {
        this.broadcast = broadcast;
        this.clock = clock;
    }

    @Override
    public Registration open(UpdateListener listener) {
        PushedConnection connection =
                new PushedConnection(this, requireNonNull(listener, "listener"), clock, broadcast::isSilent);
        broadcast.admit(connection);
        if (closed) {
            endAll();
        }
        connection.deliver();
        return () -> {
            connection.close();
            broadcast.forget(connection);
        };
    }

    /** Ends its connections, also those that are opened later. */
    void close() {
        closed = true;
        endAll();
    }

    private void endAll() {
        broadcast.end(connection -> connection.isOf(this), "the transport is closed");
    }

    @Override
    public String toString() {
        return "StiggBackend";
    }
}
