package io.stigg.sdk.testkit;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.testkit.backend.ChangeListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells every connection what changes. It can be cut and can go silent, as {@link Line} can, and keeps a record of what
 * was told. Thread-safe; listeners are called without a lock.
 */
final class Broadcast implements ChangeListener {
    private static final int MOST_KEPT = 10_000;
    private static final String OPERATION = "updates";

    private final Deque<Update> pushed = new ArrayDeque<>();
    private final Set<PushedConnection> connections = new LinkedHashSet<>();
    private volatile LineState state = LineState.UP;

    /** Adds a connection, which opens as soon as it is delivered to, or is ended as the line is. */
    synchronized void admit(PushedConnection connection) {
        state.failure(OPERATION).ifPresentOrElse(connection::end, () -> {
            connections.add(connection);
            connection.opens();
        });
    }

    synchronized void forget(PushedConnection connection) {
        connections.remove(connection);
    }

    boolean isSilent() {
        return state == LineState.SILENT;
    }

    @Override
    public synchronized void note(Update update) {
        pushed.addLast(update);
        if (pushed.size() > MOST_KEPT) {
            pushed.removeFirst();
        }
        connections.forEach(connection -> connection.push(update));
    }

    @Override
    public void deliver() {
        connections().forEach(PushedConnection::deliver);
    }

    private synchronized List<PushedConnection> connections() {
        return List.copyOf(connections);
    }

    void become(LineState next) {
        List<PushedConnection> concerned;
        synchronized (this) {
            concerned = next.failure(OPERATION)
                    .map(cause -> ended(connection -> true, cause))
                    .orElseGet(this::connections);
            state = next;
        }
        concerned.forEach(PushedConnection::deliver);
    }

    void end(Predicate<PushedConnection> which, String why) {
        ended(which, StiggTransportException.unreachable(OPERATION + ": " + why, null))
                .forEach(PushedConnection::deliver);
    }

    /** Ends connections, and returns them for the end to be delivered. */
    private synchronized List<PushedConnection> ended(Predicate<PushedConnection> which, StiggException cause) {
        List<PushedConnection> ended = connections.stream().filter(which).toList();
        ended.forEach(connection -> {
            connections.remove(connection);
            connection.end(cause.copy());
        });
        return ended;
    }

    synchronized int count() {
        return (int) connections.stream().filter(PushedConnection::isOpen).count();
    }

    synchronized List<Update> pushed() {
        return List.copyOf(pushed);
    }

    synchronized void clearPushed() {
        pushed.clear();
    }
}
