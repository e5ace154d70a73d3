package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Updates over WebSockets: one for each opening. Thread-safe. */
final class WebSocketUpdateStream implements UpdateStream, AutoCloseable {
    private final StreamSetup setup;
    private final Set<StreamConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    WebSocketUpdateStream(StreamSetup setup) {
        this.setup = setup;
    }

    @Override
    public Registration open(UpdateListener listener) {
        StreamConnection connection = new StreamConnection(setup, requireNonNull(listener, "listener"), open::remove);
        open.add(connection);
        // Looked at after it was added, so that close() sees it or it sees close().
        if (closed) {
            endAsClosed(connection);
        } else {
            connection.connect();
        }
        return connection;
    }

    /** Ends what is open. Whoever listens is told before this returns, or by the thread that tells it something now. */
    @Override
    public void close() {
        closed = true;
        open.forEach(WebSocketUpdateStream::endAsClosed);
    }

    private static void endAsClosed(StreamConnection connection) {
        connection.end(StiggTransportException.unreachable("the transport is closed", null));
    }

    @Override
    public String toString() {
        return "WebSocketUpdateStream[" + setup.uri() + "]";
    }
}
