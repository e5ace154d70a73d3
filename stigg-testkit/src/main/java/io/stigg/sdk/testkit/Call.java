package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.port.SdkClock;
import java.util.concurrent.CompletableFuture;

/** A request under way. Thread-safe. */
final class Call<R> {
    private final StiggRequest<R> request;
    private final SdkClock clock;
    private final CompletableFuture<R> answer = new CompletableFuture<>();

    /**
     * Makes a call that waits for its answer.
     *
     * @param request what is asked
     * @param clock the time of whoever asks
     */
    Call(StiggRequest<R> request, SdkClock clock) {
        this.request = request;
        this.clock = clock;
    }

    StiggRequest<R> request() {
        return request;
    }

    SdkClock clock() {
        return clock;
    }

    String operation() {
        return request.getClass().getSimpleName();
    }

    CompletableFuture<R> answer() {
        return answer;
    }

    boolean isDone() {
        return answer.isDone();
    }

    void complete(R result) {
        answer.complete(result);
    }

    void fail(StiggException failure) {
        answer.completeExceptionally(failure);
    }
}
