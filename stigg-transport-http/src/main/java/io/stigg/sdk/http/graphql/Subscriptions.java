package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one connection has subscribed to. Where the server lacks a root, an older one is followed. What is thrown here says
 * that the connection is of no more use. Not thread-safe; confine it to one connection.
 */
public final class Subscriptions {
    private final Map<String, Topic> topics = new HashMap<>();
    private final Envelope envelope;
    private final LackedTopics lacked;

    /**
     * Starts with no subscription.
     *
     * @param envelope opens what is told
     * @param lacked what the connection before found out too late
     */
    public Subscriptions(Envelope envelope, LackedTopics lacked) {
        this.envelope = envelope;
        this.lacked = lacked;
    }

    /**
     * Subscribes to everything that a client wants to know.
     *
     * @return the messages to send
     */
    public List<String> begin() {
        return Topic.WANTED.stream()
                .flatMap(topic -> lacked.remove(topic) ? topic.substitutes().stream() : Stream.of(topic))
                .map(this::subscribe)
                .toList();
    }

    private String subscribe(Topic topic) {
        String id = UUID.randomUUID().toString();
        topics.put(id, topic);
        return ClientMessages.subscribe(id, topic);
    }

    /**
     * Reads what is told. News that cannot be understood are left out, but whom they were about is no longer known.
     *
     * @param next the message
     * @param arrivedAt when it came
     * @return the news; empty for what nobody subscribed to
     * @throws StiggException if nobody can know what was missed, or if Stigg does not want to tell any more
     */
    public Optional<Update> news(StreamMessage next, Instant arrivedAt) {
        Topic topic = topics.get(next.id());
        if (topic == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(topic.read(envelope.data(topic.operationName(), next.payload()), arrivedAt));
        } catch (StiggException leftOut) {
            return Optional.of(insteadOf(topic, next, leftOut));
        }
    }

    private static Update insteadOf(Topic topic, StreamMessage next, StiggException leftOut) {
        if (endsEverything(leftOut)) {
            throw leftOut;
        }
        next.payload().report(topic.operationName() + " told something that was left out: " + kindOf(leftOut));
        try {
            CustomerScope scope = topic.scope(next.payload().at("data"));
            return new EntitlementsInvalidated(scope);
        } catch (StiggException unknown) {
            throw new StiggProtocolException(
                    topic.operationName() + " told something of which not even the customer can be read; "
                            + leftOut.getMessage(),
                    "$.payload",
                    null);
        }
    }

    /**
     * Takes notice that a subscription is refused.
     *
     * @param error the message
     * @return the messages that subscribe to something else instead; none if the connection goes on without
     * @throws StiggApiException if there is nothing else
     */
    public List<String> replace(StreamMessage error) {
        return refused(error).stream()
                .flatMap(topic -> topic.substitutes().stream())
                .map(this::subscribe)
                .toList();
    }

    /**
     * Takes notice that a subscription is refused by a server that was believed to tell everything already. What was
     * missed meanwhile is not known, so the next connection does better from its start.
     *
     * @param error the message
     * @throws StiggException if it matters
     */
    public void replaceNextTime(StreamMessage error) {
        Optional<Topic> topic =
                refused(error).filter(gone -> !gone.substitutes().isEmpty());
        if (topic.isPresent()) {
            lacked.add(topic.get());
            throw StiggTransportException.unreachable(
                    topic.get().operationName() + " was refused late: the next connection does without", null);
        }
    }

    private Optional<Topic> refused(StreamMessage error) {
        Topic topic = topics.remove(error.id());
        if (topic == null) {
            return Optional.empty();
        }
        StiggApiException refusal = envelope.refusal(topic.operationName(), error.payload());
        if (endsEverything(refusal) || !topic.isDispensable(refusal)) {
            throw refusal;
        }
        error.payload()
                .report("done without " + topic.operationName() + ", since it was refused with " + kindOf(refusal));
        return Optional.of(topic);
    }

    /**
     * Takes notice that Stigg ends a subscription.
     *
     * @param complete the message
     * @throws StiggTransportException if it is one of ours
     */
    public void completed(StreamMessage complete) {
        Topic topic = topics.remove(complete.id());
        if (topic != null) {
            throw StiggTransportException.unreachable("Stigg ended " + topic.operationName(), null);
        }
    }

    /** Without what differs from time to time, such as traces and customers, so that the log says it once. */
    private static String kindOf(StiggException failure) {
        return failure instanceof StiggApiException refusal
                ? refusal.rawCode().map(code -> "code " + code).orElse("no code")
                : String.valueOf(failure.getMessage());
    }

    private static boolean endsEverything(StiggException failure) {
        return failure instanceof StiggApiException refusal
                && (refusal.isAuthenticationFailure() || refusal.isThrottled());
    }
}
