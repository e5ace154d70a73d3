package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Repeat;
import io.stigg.sdk.port.SdkClock;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One request, one response. */
final class HttpExchange implements Exchange {
    private final Connections connections;
    private final Requests requests;
    private final Answers answers;
    private final SdkClock clock;

    HttpExchange(Connections connections, Requests requests, Answers answers, SdkClock clock) {
        this.connections = connections;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public <R> CompletableFuture<Outcome<R>> send(Call<R> call) {
        Instant askedAt = clock.now();
        HttpRequest request;
        try {
            request = requests.request(call.operation());
        } catch (RuntimeException unwritable) {
            return CompletableFuture.completedFuture(new Failure<>(
                    new StiggProtocolException(call.operation() + " cannot be written", "$", unwritable),
                    Repeat.POINTLESS,
                    Optional.empty()));
        }
        CompletableFuture<Received> response = connections.send(request);
        call.whenAbandoned(() -> response.cancel(true));
        return response.handle((received, failure) -> failure == null
                ? answers.outcome(call.operation(), received, askedAt)
                : NetworkFailures.outcome(call.operation().name(), request.uri(), failure));
    }
}
