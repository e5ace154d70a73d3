package io.stigg.sdk.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and abandons it, connection and all, where it passes a bound: there is none then. */
final class BoundedBody implements HttpResponse.BodySubscriber<Optional<byte[]>> {
    private final int most;
    private final boolean announcesTooMuch;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int most, boolean announcesTooMuch) {
        this.most = most;
        this.announcesTooMuch = announcesTooMuch;
    }

    static BoundedBody of(HttpResponse.ResponseInfo response, int most) {
        // Anything but a number is for the client to object to.
        boolean announcesTooMuch = response.headers()
                .firstValue("content-length")
                .filter(length -> length.matches("\\d{1,18}"))
                .filter(length -> Long.parseLong(length) > most)
                .isPresent();
        return new BoundedBody(most, announcesTooMuch);
    }

    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (announcesTooMuch) {
            abandon();
        } else {
            newSubscription.request(Long.MAX_VALUE);
        }
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
        body.complete(Optional.empty());
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(Optional.of(collected.toByteArray()));
    }
}
