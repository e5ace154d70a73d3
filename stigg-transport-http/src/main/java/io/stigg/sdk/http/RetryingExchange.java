package io.stigg.sdk.http;

import io.stigg.sdk.Registration;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.port.SdkClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Tries again what failed for a moment, where that is safe and time is left for it. */
final class RetryingExchange implements Exchange {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.http");
    private static final int MOST_ATTEMPTS = 4;

    private final SdkClock clock;
    private final Backoff backoff;
    private final Exchange next;

    RetryingExchange(SdkClock clock, Backoff backoff, Exchange next) {
        this.clock = clock;
        this.backoff = backoff;
        this.next = next;
    }

    @Override
    public <R> CompletableFuture<Outcome<R>> send(Call<R> call) {
        return attempt(call, 1);
    }

    private <R> CompletableFuture<Outcome<R>> attempt(Call<R> call, int number) {
        return next.send(call)
                .thenCompose(outcome -> outcome instanceof Failure<R> failure
                        ? recover(call, number, failure)
                        : CompletableFuture.completedFuture(outcome));
    }

    private <R> CompletableFuture<Outcome<R>> recover(Call<R> call, int number, Failure<R> failure) {
        Duration pause = failure.pause().orElseGet(() -> backoff.after(number));
        boolean givesUp = number == MOST_ATTEMPTS
                || call.isAbandoned()
                || !failure.allowsRepeating(call)
                || pause.compareTo(call.remaining(clock.now())) >= 0;
        if (givesUp) {
            return CompletableFuture.completedFuture(failure);
        }
        LOG.log(
                Level.DEBUG,
                () -> "Trying again in " + pause + ": " + failure.exception().getMessage());
        CompletableFuture<Void> waited = new CompletableFuture<>();
        Registration timer = clock.schedule(pause, () -> waited.complete(null));
        call.whenAbandoned(timer::close);
        return waited.thenCompose(done -> attempt(call, number + 1));
    }
}
