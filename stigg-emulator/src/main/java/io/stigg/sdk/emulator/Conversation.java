package io.stigg.sdk.emulator;

import graphql.ExecutionResult;
import io.stigg.sdk.Registration;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What is said over one socket, in the protocol {@code graphql-transport-ws}. Whatever happens goes through a mailbox, so
 * that it is answered in order: what a client subscribed to before it pinged is told when the pong arrives. Thread-safe.
 */
final class Conversation implements UpdateListener {
    private enum State {
        NEW,
        INITIALISED,
        ACKNOWLEDGED
    }

    private static final System.Logger LOG = System.getLogger("io.stigg.sdk.emulator");

    private final StreamService service;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private volatile @Nullable Registration updates;
    private volatile Listening listening = Listening.UNKNOWN;

    // These are the mailbox's.
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private State state = State.NEW;
    private Quota quota = Quota.UNLIMITED;

    Conversation(StreamService service, Executor threads, Outbox outbox) {
        this.service = service;
        this.mailbox = new Mailbox(threads, this::fail);
        this.outbox = outbox;
    }

    /** Who listens to what. */
    Listening listening() {
        return listening;
    }

    /** The way to the client, for those who go past the conversation. */
    Outbox outbox() {
        return outbox;
    }

    void received(String text) {
        mailbox.add(() -> handle(text));
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

    /** The client has said goodbye, and wants to hear no more than that. What it asked for before is done. */
    void leave() {
        outbox.deafen();
        refuse(Closing.NORMAL);
    }

    /** Stops at once, and not when it is its turn: the threads of a server that ends may not get that far. */
    void stop() {
        mailbox.close();
        Registration registration = updates;
        if (registration != null) {
            registration.close();
        }
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
            noteOperations();
        }
    }

    private void noteOperations() {
        listening =
                listening.to(operations.values().stream().map(Operation::name).toList());
        service.streamsChanged();
    }

    private void initialise(ClientMessage.Init init) {
        if (state != State.NEW) {
            end(Closing.TWO_INITS);
            return;
        }
        state = State.INITIALISED;
        listening = Listening.of(init);
        service.streamsChanged();
        quota = service.quotaOf(init);
        service.refusalOf(init).ifPresentOrElse(this::end, this::listen);
    }

    private void listen() {
        Registration registration = service.updates(this);
        updates = registration;
        if (mailbox.isClosed()) {
            // Whoever stopped in the meantime may have found nothing to close.
            registration.close();
        }
    }

    @Override
    public void onOpen() {
        mailbox.add(() -> {
            state = State.ACKNOWLEDGED;
            outbox.send(ServerMessages.ACK);
        });
    }

    private void subscribe(String id, GraphqlRequest request) {
        if (state != State.ACKNOWLEDGED) {
            end(Closing.UNAUTHORIZED);
            return;
        }
        Operation operation = new Operation(id, request.name().orElse("unnamed"), outbox, this::fail);
        if (operations.putIfAbsent(id, operation) != null) {
            end(Closing.secondUseOf(id));
            return;
        }
        noteOperations();
        operation
                .execute(service.execution(), request, quota)
                .whenComplete((result, failure) -> mailbox.addOrRun(() -> answer(id, operation, result)));
    }

    /** @param result what to answer, null if the client must get no answer */
    private void answer(String id, Operation operation, @Nullable ExecutionResult result) {
        if (operations.get(id) != operation) {
            return;
        }
        if (result == null) {
            cut();
        } else if (!operation.answer(result)) {
            operations.remove(id);
            noteOperations();
        }
    }

    @Override
    public void onUpdate(Update update) {
        mailbox.add(() -> operations.values().forEach(operation -> operation.tell(update)));
    }

    @Override
    public void onEnd(Throwable cause) {
        mailbox.add(() -> Closing.because(cause).ifPresentOrElse(this::end, this::cut));
    }

    private void end(Closing closing) {
        stop();
        outbox.close(closing);
    }

    /** Whoever might miss something from now on is to begin anew. */
    private void fail(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "The emulator failed", failure);
        cut();
    }

    /** Ends without a word. What the client waits for does not come, so that it has to begin anew. */
    private void cut() {
        stop();
        outbox.cut();
    }
}
