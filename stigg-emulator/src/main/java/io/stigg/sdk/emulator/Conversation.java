package io.stigg.sdk.emulator;

import graphql.ExecutionResult;
import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What is said over one socket, in the protocol {@code graphql-transport-ws}. Whatever happens goes through a mailbox, so
 * that it is answered in order: what a client subscribed to before it pinged is told when the pong arrives. Thread-safe.
 */
final class Conversation implements UpdateListener {
    private enum State {
        NEW,
        INITIALISED,
        ACKNOWLEDGED,
        ENDED
    }

    private final StreamService service;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final Map<String, Feed> operations = new HashMap<>();
    private State state = State.NEW;
    private @Nullable Registration updates;

    Conversation(StreamService service, Mailbox mailbox, Outbox outbox) {
        this.service = service;
        this.mailbox = mailbox;
        this.outbox = outbox;
    }

    /** The way to the client, for those who go past the conversation. */
    Outbox outbox() {
        return outbox;
    }

    void received(String text) {
        mailbox.add(() -> {
            if (state != State.ENDED) {
                handle(text);
            }
        });
    }

    /** What is not even text has arrived. */
    void receivedNonsense() {
        mailbox.add(() -> end(Closing.INVALID_MESSAGE));
    }

    /** Says no more than why. */
    void refuse(Closing closing) {
        mailbox.add(() -> end(closing));
    }

    /** The client has had its time to begin. */
    void timeIsUp() {
        mailbox.add(() -> {
            if (state == State.NEW) {
                end(Closing.LATE);
            }
        });
    }

    /** The socket is gone. */
    void disconnected() {
        mailbox.add(this::stop);
    }

    private void handle(String text) {
        ClientMessage message;
        try {
            message = ClientMessage.parse(text);
        } catch (IllegalArgumentException e) {
            end(Closing.INVALID_MESSAGE);
            return;
        }
        if (message instanceof ClientMessage.Init init) {
            initialise(init);
        } else if (message instanceof ClientMessage.Ping ping) {
            outbox.send(ServerMessages.pong(ping.payload()));
        } else if (message instanceof ClientMessage.Subscribe subscribe) {
            subscribe(subscribe.id(), subscribe.request());
        } else if (message instanceof ClientMessage.Complete complete) {
            operations.remove(complete.id());
        }
    }

    private void initialise(ClientMessage.Init init) {
        if (state != State.NEW) {
            end(Closing.TWO_INITS);
            return;
        }
        state = State.INITIALISED;
        service.refusalOf(init).ifPresentOrElse(this::end, () -> updates = service.updates(this));
    }

    @Override
    public void onOpen() {
        mailbox.add(() -> {
            if (state == State.INITIALISED) {
                state = State.ACKNOWLEDGED;
                outbox.send(ServerMessages.ACK);
            }
        });
    }

    private void subscribe(String id, GraphqlRequest request) {
        if (state != State.ACKNOWLEDGED) {
            end(Closing.UNAUTHORIZED);
            return;
        }
        Feed feed = new Feed();
        if (operations.putIfAbsent(id, feed) != null) {
            end(Closing.secondUseOf(id));
            return;
        }
        service.execution()
                .execute(request, feed)
                .whenComplete((result, failure) -> mailbox.addOrRun(() -> answer(id, feed, result, failure)));
    }

    private void answer(String id, Feed feed, @Nullable ExecutionResult result, @Nullable Throwable failure) {
        if (operations.get(id) != feed) {
            return;
        }
        if (result == null || failure != null) {
            cut();
        } else if (result.getData() instanceof Publisher<?> publisher) {
            publisher.subscribe(new Tellings(event -> outbox.send(ServerMessages.next(id, event))));
        } else {
            operations.remove(id);
            answer(id, result);
        }
    }

    private void answer(String id, ExecutionResult result) {
        if (result.isDataPresent()) {
            outbox.send(ServerMessages.next(id, GraphqlExecution.body(result)));
            outbox.send(ServerMessages.complete(id));
        } else {
            outbox.send(ServerMessages.error(id, GraphqlExecution.errors(result)));
        }
    }

    @Override
    public void onUpdate(Update update) {
        mailbox.add(() -> operations.values().forEach(feed -> feed.tell(update)));
    }

    @Override
    public void onEnd(Throwable cause) {
        mailbox.add(() -> {
            if (cause instanceof StiggApiException refusal && refusal.isAuthenticationFailure()) {
                end(Closing.INVALID_KEY);
            } else if (cause instanceof StiggApiException refusal && refusal.isThrottled()) {
                end(Closing.THROTTLED);
            } else {
                cut();
            }
        });
    }

    private void end(Closing closing) {
        if (state != State.ENDED) {
            stop();
            outbox.close(closing);
        }
    }

    private void cut() {
        stop();
        outbox.cut();
    }

    private void stop() {
        state = State.ENDED;
        operations.clear();
        if (updates != null) {
            updates.close();
            updates = null;
        }
    }
}
