package io.stigg.sdk.emulator;

import graphql.ExecutionResult;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Takes all results of one subscription from the engine, each as the body of an answer. */
final class Tellings implements Subscriber<Object> {
    private static final System.Logger LOG = System.getLogger("io.stigg.sdk.emulator");

    private final Consumer<Map<String, @Nullable Object>> taker;

    Tellings(Consumer<Map<String, @Nullable Object>> taker) {
        this.taker = taker;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object result) {
        taker.accept(GraphqlExecution.body((ExecutionResult) result));
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "The emulator failed", failure);
    }

    @Override
    public void onComplete() {}
}
