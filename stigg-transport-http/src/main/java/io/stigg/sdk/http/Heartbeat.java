package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.graphql.ClientMessages;
import java.time.Duration;

/**
 * Asks for a sign of life at regular intervals, and gives the connection up when an interval passes after the question
 * without any. Not thread-safe; confined to the connection's mailbox.
 */
final class Heartbeat {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Alarm alarm;
    private final Outbox outbox;
    private boolean silent;

    Heartbeat(Alarm alarm, Outbox outbox) {
        this.alarm = alarm;
        this.outbox = outbox;
    }

    void start() {
        alarm.set(INTERVAL, this::beat);
    }

    void heard() {
        silent = false;
    }

    private void beat() {
        if (silent) {
            throw StiggTransportException.timedOut(
                    "Stigg has been silent for " + INTERVAL.toSeconds() + " seconds after a ping", null);
        }
        silent = true;
        alarm.set(INTERVAL, this::beat);
        outbox.send(ClientMessages.ping());
    }
}
