package io.stigg.sdk.http;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Repeat;
import io.stigg.sdk.http.Outcome.Success;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.http.graphql.Operation;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes an outcome of a response. Thread-safe. */
final class Answers {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> PASSING = Set.of(408, 425, 502, 503, 504);

    private final Envelope envelope;
    private final int maxResponseBytes;
    private final SdkClock clock;

    Answers(Envelope envelope, int maxResponseBytes, SdkClock clock) {
        this.envelope = envelope;
        this.maxResponseBytes = maxResponseBytes;
        this.clock = clock;
    }

    <R> Outcome<R> outcome(Operation<R> operation, Received response, Instant askedAt) {
        try {
            return new Success<>(answer(operation, response, askedAt));
        } catch (StiggException failure) {
            Optional<Duration> pause =
                    response.headers().firstValue("retry-after").flatMap(text -> RetryAfter.parse(text, clock.now()));
            return new Failure<>(failure, repeat(failure), pause);
        } catch (RuntimeException unexpected) {
            return new Failure<>(
                    new StiggProtocolException("the answer to " + operation + " cannot be read", "$", unexpected),
                    Repeat.POINTLESS,
                    Optional.empty());
        }
    }

    private <R> R answer(Operation<R> operation, Received response, Instant askedAt) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return operation.read(envelope.data(operation.name(), status, content(response)), askedAt);
        }
        throw envelope.refusal(operation.name(), status, contentIfUsable(response));
    }

    private byte[] content(Received response) {
        return ContentCoding.decoded(response.headers(), response.body(), maxResponseBytes);
    }

    private byte[] contentIfUsable(Received response) {
        try {
            return content(response);
        } catch (StiggProtocolException unusable) {
            return new byte[0];
        }
    }

    private static Repeat repeat(StiggException failure) {
        if (!(failure instanceof StiggApiException refusal)) {
            return Repeat.POINTLESS;
        }
        if (refusal.httpStatus() == TOO_MANY_REQUESTS) {
            return Repeat.SAFE;
        }
        boolean passes = PASSING.contains(refusal.httpStatus()) || refusal.code() == ErrorCode.RATE_LIMIT_EXCEEDED;
        return passes ? Repeat.IF_REPEATABLE : Repeat.POINTLESS;
    }
}
