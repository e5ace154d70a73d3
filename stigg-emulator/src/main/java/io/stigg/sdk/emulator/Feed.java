package io.stigg.sdk.emulator;

import graphql.schema.DataFetchingEnvironment;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Hands updates to one subscription, in the words of its root. Whoever made the subscription puts a feed into its context
 * and tells it what happens. It has one subscriber, the engine, which takes what comes. Not thread-safe.
 */
final class Feed implements Publisher<Object> {
    /** Writes an update as what one root tells: not at all, once or several times. */
    @FunctionalInterface
    interface Writer extends Function<Update, List<Map<String, Object>>> {}

    private static final Subscription UNBOUNDED = new Subscription() {
        @Override
        public void request(long more) {}

        @Override
        public void cancel() {}
    };

    private @Nullable Writer writer;
    private @Nullable Subscriber<? super Object> subscriber;

    /** Answers a root of subscriptions with the feed in the context. */
    static Feed writing(Writer writer, DataFetchingEnvironment environment) {
        Feed feed = Optional.<Feed>ofNullable(environment.getGraphQlContext().get(Feed.class))
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.UNSUPPORTED_PARAMETER,
                        environment.getField().getName() + " is told over a WebSocket alone"));
        feed.writer = writer;
        return feed;
    }

    @Override
    public void subscribe(Subscriber<? super Object> engine) {
        subscriber = engine;
        engine.onSubscribe(UNBOUNDED);
    }

    void tell(Update update) {
        if (writer != null && subscriber != null) {
            writer.apply(update).forEach(subscriber::onNext);
        }
    }
}
