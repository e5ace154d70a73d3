package io.stigg.sdk.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and abandons it where it passes a bound: what is left then is one byte longer than the bound. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int most;
    private final boolean announcesTooMuch;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int most, boolean announcesTooMuch) {
        this.most = most;
        this.announcesTooMuch = announcesTooMuch;
    }

    static BoundedBody of(HttpResponse.ResponseInfo response, int most) {
        long announced = response.headers().firstValueAsLong("content-length").orElse(0);
        return new BoundedBody(most, announced > most);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (announcesTooMuch) {
            newSubscription.cancel();
            body.complete(new byte[most + 1]);
        } else {
            newSubscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), most + 1 - collected.size())];
            buffer.get(chunk);
            collected.writeBytes(chunk);
        }
        if (collected.size() > most && subscription != null) {
            subscription.cancel();
            body.complete(collected.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }
}
