package io.stigg.sdk.http;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Repeat;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Ends a call when its time is spent, whatever the network does, and abandons what is under way for it. */
final class DeadlineExchange implements Exchange {
    private static final Duration GRACE = Duration.ofMillis(100);

    private final SdkClock clock;
    private final Executor executor;
    private final Exchange next;

    DeadlineExchange(SdkClock clock, Executor executor, Exchange next) {
        this.clock = clock;
        this.executor = executor;
        this.next = next;
    }

    @Override
    public <R> CompletableFuture<Outcome<R>> send(Call<R> call) {
        CompletableFuture<Outcome<R>> result = new CompletableFuture<>();
        Registration timer = clock.schedule(call.remaining(clock.now()), () -> expire(call, result));
        call.whenAbandoned(timer::close);
        next.send(call).whenComplete((outcome, defect) -> {
            timer.close();
            if (defect != null) {
                result.completeExceptionally(defect);
            } else if (!call.isAbandoned()) {
                // After it was abandoned, the outcome is only that of having been cut off.
                result.complete(outcome);
            }
        });
        return result;
    }

    private <R> void expire(Call<R> call, CompletableFuture<Outcome<R>> result) {
        StiggTransportException timeout = StiggTransportException.timedOut(
                call.operation() + " got no answer from Stigg within " + call.budget(), null);
        Runnable end = () -> result.complete(new Failure<>(timeout, Repeat.POINTLESS, Optional.empty()));
        call.abandon();
        // Completing it runs code of the application's, which the clock's thread is not for. But should the application
        // have blocked all threads, in wait for this very end perhaps, then the clock's thread it is.
        Registration lastResort = clock.schedule(GRACE, end);
        result.thenRun(lastResort::close);
        try {
            executor.execute(end);
        } catch (RejectedExecutionException closed) {
            end.run();
        }
    }
}
