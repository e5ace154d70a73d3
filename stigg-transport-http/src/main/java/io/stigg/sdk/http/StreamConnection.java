package io.stigg.sdk.http;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.UpdateListener;
import java.net.http.WebSocket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from the attempt to make it to its end: what it holds on to, and that all of it is let go of, once, from
 * whatever thread. What happens in between happens step by step in its mailbox; a step that throws ends the connection.
 * Thread-safe.
 */
final class StreamConnection implements Registration {
    static final String SUBPROTOCOL = "graphql-transport-ws";
    private static final int NORMAL_CLOSURE = 1000;
    private static final int BAD_RESPONSE = 4004;

    private final StreamSetup setup;
    private final Teller teller;
    private final Mailbox mailbox;
    private final Alarm alarm;
    private final Consumer<StreamConnection> whenOver;

    // Guarded by this.
    private @Nullable WebSocket socket;
    private boolean over;

    StreamConnection(StreamSetup setup, UpdateListener listener, Consumer<StreamConnection> whenOver) {
        this.setup = setup;
        this.teller = new Teller(listener);
        this.mailbox = new Mailbox(setup.connections().executor());
        this.alarm = new Alarm(setup.clock(), this::step);
        this.whenOver = whenOver;
    }

    void connect() {
        alarm.set(Connections.CONNECT_TIMEOUT, () -> {
            throw StiggTransportException.timedOut("could not connect in time to " + setup.uri(), null);
        });
        setup.connections()
                .openWebSocket(setup.uri(), SUBPROTOCOL, new SocketEvents(this, setup))
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        step(() -> {
                            throw setup.failures().ofHandshake(failure);
                        });
                    }
                });
    }

    /** Takes the socket over, or gets rid of it when it comes too late. */
    void connected(WebSocket opened, Consumer<Conversation> beginning) {
        if (!adopt(opened)) {
            opened.abort();
            return;
        }
        step(() -> {
            if (!opened.getSubprotocol().equals(SUBPROTOCOL)) {
                throw new StiggProtocolException(setup.uri() + " does not speak " + SUBPROTOCOL, "$", null);
            }
            Outbox outbox = new Outbox(opened, this::step);
            beginning.accept(new Conversation(setup, outbox, teller, alarm));
        });
    }

    private synchronized boolean adopt(WebSocket opened) {
        if (over) {
            return false;
        }
        socket = opened;
        return true;
    }

    /** Runs a step after those before it, on the transport's threads. */
    void step(Runnable step) {
        if (!isOver()) {
            mailbox.put(() -> attempt(step));
        }
    }

    private void attempt(Runnable step) {
        if (isOver()) {
            return;
        }
        try {
            step.run();
        } catch (StiggException cause) {
            end(cause);
        } catch (Throwable defect) {
            // Whatever it is: going on would leave out what this step was about, and nobody would know.
            end(new StiggProtocolException(
                    "an update could not be processed, " + defect.getClass().getSimpleName(), "$", defect));
        }
    }

    /** Lets go of everything at once; the listener is told on this thread, or by the one that tells it something now. */
    void end(StiggException cause) {
        if (letGo(cause instanceof StiggProtocolException ? BAD_RESPONSE : NORMAL_CLOSURE)) {
            mailbox.putAndWork(() -> teller.end(cause));
        }
    }

    @Override
    public void close() {
        teller.silence();
        letGo(NORMAL_CLOSURE);
    }

    private boolean letGo(int closeCode) {
        WebSocket held;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            held = socket;
            socket = null;
        }
        alarm.stop();
        whenOver.accept(this);
        if (held != null) {
            hangUp(held, closeCode);
        }
        return true;
    }

    private static void hangUp(WebSocket socket, int code) {
        // A courtesy: the server gets to see the code if the line is free at this moment.
        socket.sendClose(code, "");
        socket.abort();
    }

    private synchronized boolean isOver() {
        return over;
    }
}
