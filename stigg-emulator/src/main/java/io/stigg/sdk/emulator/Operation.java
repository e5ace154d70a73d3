package io.stigg.sdk.emulator;

import graphql.ExecutionResult;
import io.stigg.sdk.fact.Update;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A query, mutation or subscription of one socket, from the message that starts it to the one that ends it. Not
 * thread-safe.
 */
final class Operation {
    private final String id;
    private final String name;
    private final Outbox outbox;
    private final Consumer<Throwable> failed;
    private final Feed feed = new Feed();

    /**
     * @param name the operation's name, for those who look on
     * @param failed is told when the engine gives up, of which nobody else is told
     */
    Operation(String id, String name, Outbox outbox, Consumer<Throwable> failed) {
        this.id = id;
        this.name = name;
        this.outbox = outbox;
        this.failed = failed;
    }

    String name() {
        return name;
    }

    CompletionStage<ExecutionResult> execute(GraphqlExecution execution, GraphqlRequest request, Quota quota) {
        return execution.execute(request, quota, feed);
    }

    /**
     * Sends what the engine has answered.
     *
     * @return whether there is more to come, as there is of a subscription
     */
    boolean answer(ExecutionResult result) {
        if (result.getData() instanceof Publisher<?> results) {
            results.subscribe(new Results());
            return true;
        }
        if (result.isDataPresent()) {
            next(result);
            outbox.send(ServerMessages.complete(id));
        } else {
            outbox.send(ServerMessages.error(id, GraphqlExecution.errors(result)));
        }
        return false;
    }

    /** Something has changed, of which a subscription may tell. */
    void tell(Update update) {
        feed.tell(update);
    }

    private void next(ExecutionResult result) {
        Map<String, @Nullable Object> body = GraphqlExecution.body(result);
        outbox.send(ServerMessages.next(id, body));
    }

    /** Takes all that the engine makes of the feed. */
    private final class Results implements Subscriber<Object> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object result) {
            next((ExecutionResult) result);
        }

        @Override
        public void onError(Throwable failure) {
            failed.accept(failure);
        }

        @Override
        public void onComplete() {}
    }
}
