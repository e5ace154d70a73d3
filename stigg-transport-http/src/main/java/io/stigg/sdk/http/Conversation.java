package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.graphql.ClientMessages;
import io.stigg.sdk.http.graphql.StreamMessage;
import io.stigg.sdk.http.graphql.Subscriptions;
import java.time.Duration;
import java.util.List;

/**
 * The sub-protocol, as spoken over one connection. What is thrown here ends the connection. Not thread-safe; confined to
 * the connection's mailbox.
 *
 * <p>Nobody confirms a subscription. But messages are dealt with in order, so a pong to a ping that was sent after the
 * subscriptions says that they have been seen: only then is the stream open.
 */
final class Conversation {
    private static final Duration ACK_WAIT = Duration.ofSeconds(10);
    private static final Duration PONG_WAIT = Duration.ofSeconds(10);

    private final StreamSetup setup;
    private final Outbox outbox;
    private final Teller teller;
    private final Alarm alarm;
    private final Heartbeat heartbeat;
    private final Subscriptions subscriptions;
    private boolean acknowledged;
    private int awaitedPongs;

    Conversation(StreamSetup setup, Outbox outbox, Teller teller, Alarm alarm) {
        this.setup = setup;
        this.outbox = outbox;
        this.teller = teller;
        this.alarm = alarm;
        this.heartbeat = new Heartbeat(alarm, outbox);
        this.subscriptions = new Subscriptions(setup.envelope(), setup.lacked());
    }

    void begin() {
        expectWithin(ACK_WAIT, "a connection_ack");
        outbox.send(ClientMessages.init(setup.headers().forStream()));
    }

    /** Anything that comes is a sign of life. */
    void heard() {
        heartbeat.heard();
    }

    void receive(StreamMessage message) {
        switch (message.type()) {
            case PING -> outbox.send(ClientMessages.pong(message));
            case PONG -> pong();
            case CONNECTION_ACK -> acknowledged();
            default -> told(message);
        }
    }

    private void acknowledged() {
        if (!acknowledged) {
            acknowledged = true;
            subscribe(subscriptions.begin());
        }
    }

    private void subscribe(List<String> messages) {
        messages.forEach(outbox::send);
        awaitedPongs++;
        expectWithin(PONG_WAIT, "a pong");
        outbox.send(ClientMessages.ping());
    }

    private void pong() {
        if (awaitedPongs > 0 && --awaitedPongs == 0) {
            // In place of the wait for the pong, so that none of its own pings can be taken for one of those.
            heartbeat.start();
            teller.open();
        }
    }

    private void told(StreamMessage message) {
        if (!acknowledged) {
            throw new StiggProtocolException("Stigg said something else than connection_ack first", "$.type", null);
        }
        switch (message.type()) {
            case NEXT -> subscriptions.news(message, setup.clock().now()).ifPresent(teller::tell);
            case ERROR -> refused(message);
            case COMPLETE -> subscriptions.completed(message);
            default -> {
                // A type that is newer than this SDK.
            }
        }
    }

    private void refused(StreamMessage error) {
        if (teller.isOpen()) {
            subscriptions.replaceNextTime(error);
            return;
        }
        List<String> instead = subscriptions.replace(error);
        if (!instead.isEmpty()) {
            subscribe(instead);
        }
    }

    private void expectWithin(Duration wait, String what) {
        alarm.set(wait, () -> {
            throw StiggTransportException.timedOut(
                    setup.uri() + " did not send " + what + " within " + wait.toSeconds() + " seconds", null);
        });
    }
}
