package io.stigg.sdk.http;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.http.Outcome.Success;
import io.stigg.sdk.http.graphql.Operations;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The transport's outside: binds requests to operations, and knows what is under way, to end it. Thread-safe. */
final class HttpApiTransport implements ApiTransport {
    private final Budgets budgets;
    private final Exchange exchange;
    private final WebSocketUpdateStream updates;
    private final Connections connections;
    private final SdkClock clock;
    private final Set<UnderWay<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpApiTransport(
            Budgets budgets,
            Exchange exchange,
            WebSocketUpdateStream updates,
            Connections connections,
            SdkClock clock) {
        this.budgets = budgets;
        this.exchange = exchange;
        this.updates = updates;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        CompletableFuture<R> answer = new CompletableFuture<>();
        try {
            Call<R> call = new Call<>(Operations.serving(request), budgets.of(request), clock.now());
            start(new UnderWay<>(call, answer));
        } catch (RuntimeException unexpected) {
            answer.completeExceptionally(new StiggProtocolException("the request could not be sent", "$", unexpected));
        }
        return answer;
    }

    private <R> void start(UnderWay<R> started) {
        underWay.add(started);
        started.answer.whenComplete((answer, failure) -> {
            underWay.remove(started);
            // A caller may have cancelled it.
            started.call.abandon();
        });
        // Looked at after it was added, so that close() sees it or it sees close().
        if (closed) {
            started.end();
        } else {
            exchange.send(started.call).whenComplete(started::finish);
        }
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(UnderWay::end);
        updates.close();
        connections.close();
    }

    @Override
    public String toString() {
        return "HttpApiTransport";
    }

    /** A call and who waits for its answer. */
    private record UnderWay<R>(Call<R> call, CompletableFuture<R> answer) {
        void end() {
            call.abandon();
            answer.completeExceptionally(StiggTransportException.unreachable(
                    call.operation() + " was not answered: the transport is closed", null));
        }

        void finish(@Nullable Outcome<R> outcome, @Nullable Throwable defect) {
            if (outcome instanceof Success<R> success) {
                answer.complete(success.answer());
            } else {
                answer.completeExceptionally(exception(outcome, defect));
            }
        }

        private StiggException exception(@Nullable Outcome<R> outcome, @Nullable Throwable defect) {
            return outcome instanceof Failure<R> failure
                    ? failure.exception()
                    : new StiggProtocolException(call.operation() + " failed unexpectedly", "$", defect);
        }
    }
}
