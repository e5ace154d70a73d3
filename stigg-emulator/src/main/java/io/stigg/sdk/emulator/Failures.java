package io.stigg.sdk.emulator;

import graphql.GraphQLContext;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggTransportException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What went wrong in one execution that GraphQL's errors cannot express. Thread-safe. */
final class Failures {
    private final AtomicReference<@Nullable StiggTransportException> noAnswer = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger(200);

    static Failures in(GraphQLContext context) {
        return context.getOrDefault(Failures.class, new Failures());
    }

    void add(Throwable failure) {
        if (failure instanceof StiggTransportException transport) {
            noAnswer.set(transport);
        }
        if (failure instanceof StiggApiException refusal && refusal.httpStatus() >= 400) {
            status.set(refusal.httpStatus());
        }
    }

    /** Tells that the backend gave no answer, so that the client must get none either. */
    Optional<StiggTransportException> noAnswer() {
        return Optional.ofNullable(noAnswer.get());
    }

    /** The status of the HTTP response: 200, even with errors, unless the backend says otherwise. */
    int status() {
        return status.get();
    }
}
