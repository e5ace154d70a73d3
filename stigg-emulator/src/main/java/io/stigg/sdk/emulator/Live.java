package io.stigg.sdk.emulator;

import io.stigg.sdk.Registration;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnection.EventCallback;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * Tells those who look on, by server-sent events, that there is something new, and of what kind: they ask for what it is.
 * However much happens, each has at most one event on its way. Thread-safe.
 */
final class Live implements UpdateListener, AutoCloseable {
    /** What may be new. */
    enum Topic {
        /** The state of the backend. */
        STATE,
        /** What was asked, told and connected. */
        LOG
    }

    private final UpdateStream updates;
    private final Map<ServerSentEventConnection, Viewer> viewers = new ConcurrentHashMap<>();
    private @Nullable Registration listening;

    /** @param updates tells what changes in the backend, and is listened to while somebody looks on */
    Live(UpdateStream updates) {
        this.updates = updates;
    }

    void add(ServerSentEventConnection connection) {
        Viewer viewer = new Viewer(connection);
        viewers.put(connection, viewer);
        connection.addCloseTask(this::remove);
        if (connection.isOpen()) {
            listen();
            viewer.tell(Topic.STATE);
        } else {
            remove(connection);
        }
    }

    private void remove(ServerSentEventConnection connection) {
        viewers.remove(connection);
        if (viewers.isEmpty()) {
            ignore();
        }
    }

    private synchronized void listen() {
        if (listening == null && !viewers.isEmpty()) {
            listening = updates.open(this);
        }
    }

    private synchronized void ignore() {
        Registration former = listening;
        listening = null;
        if (former != null) {
            former.close();
        }
    }

    /** Costs nothing while nobody looks on. */
    void tell(Topic topic) {
        if (viewers.isEmpty()) {
            return;
        }
        listen();
        viewers.values().forEach(viewer -> viewer.tell(topic));
    }

    @Override
    public void onOpen() {}

    @Override
    public void onUpdate(Update update) {
        viewers.values().forEach(viewer -> viewer.tell(Topic.STATE));
    }

    /** The backend is made to fail. It is listened to again when there is something else to tell. */
    @Override
    public void onEnd(Throwable cause) {
        ignore();
    }

    @Override
    public void close() {
        viewers.keySet().forEach(IoUtils::safeClose);
        ignore();
    }

    /** One who looks on. */
    private static final class Viewer implements EventCallback {
        private final ServerSentEventConnection connection;
        private final Set<Topic> news = EnumSet.noneOf(Topic.class);
        private boolean isBusy;

        Viewer(ServerSentEventConnection connection) {
            this.connection = connection;
        }

        void tell(Topic topic) {
            synchronized (this) {
                news.add(topic);
                if (isBusy) {
                    return;
                }
                isBusy = true;
            }
            send();
        }

        private void send() {
            String topics;
            synchronized (this) {
                if (news.isEmpty()) {
                    isBusy = false;
                    return;
                }
                topics = news.stream()
                        .map(topic -> topic.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
                news.clear();
            }
            connection.send(topics, this);
        }

        @Override
        public void done(ServerSentEventConnection sent, String data, String event, String id) {
            send();
        }

        @Override
        public void failed(ServerSentEventConnection gone, String data, String event, String id, IOException failure) {
            IoUtils.safeClose(gone);
        }
    }
}
