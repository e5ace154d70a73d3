package io.stigg.sdk.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a body, and abandons it, connection and all, where it passes a bound: there is none then. */
final class BoundedBody implements HttpResponse.BodySubscriber<Void> {
    private final HttpResponse.ResponseInfo response;
    private final int most;
    private final Consumer<Received> whenReceived;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    BoundedBody(HttpResponse.ResponseInfo response, int most, Consumer<Received> whenReceived) {
        this.response = response;
        this.most = most;
        this.whenReceived = whenReceived;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (announcesTooMuch()) {
            abandon();
        } else {
            newSubscription.request(Long.MAX_VALUE);
        }
    }

    private boolean announcesTooMuch() {
        // Anything but a number is for the client to object to.
        return response.headers()
                .firstValue("content-length")
                .filter(length -> length.matches("\\d{1,18}"))
                .filter(length -> Long.parseLong(length) > most)
                .isPresent();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > most - collected.size()) {
                abandon();
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            collected.writeBytes(chunk);
        }
    }

    private void abandon() {
        if (subscription != null) {
            subscription.cancel();
        }
        end(Optional.empty());
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end(Optional.of(collected.toByteArray()));
    }

    private void end(Optional<byte[]> body) {
        whenReceived.accept(new Received(response.statusCode(), response.headers(), body));
        ended.complete(null);
    }
}
