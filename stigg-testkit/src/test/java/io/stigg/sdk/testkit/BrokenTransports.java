package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.ApiTransportContract;
import io.stigg.sdk.usage.ReportUsage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Transports that break one rule each. Not run by themselves: {@link ContractsCatchTest} runs them. */
final class BrokenTransports {
    private BrokenTransports() {}

    /** A transport that does all right, to be broken. */
    private static class Transport implements ApiTransport {
        final ApiTransport line;

        Transport(StiggBackend backend) {
            line = backend.connect();
        }

        @Override
        public <R> CompletionStage<R> send(StiggRequest<R> request) {
            return line.send(request);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    static class Throws extends ApiTransportContract {
        @Override
        protected ApiTransport transportTo(StiggBackend backend) {
            return new Transport(backend) {
                @Override
                public <R> CompletionStage<R> send(StiggRequest<R> request) {
                    CompletableFuture<R> answer = line.send(request).toCompletableFuture();
                    if (answer.isCompletedExceptionally()) {
                        answer.join();
                    }
                    return answer;
                }
            };
        }
    }

    static class CountsTwice extends ApiTransportContract {
        @Override
        protected ApiTransport transportTo(StiggBackend backend) {
            return new Transport(backend) {
                private int reports;

                @Override
                @SuppressWarnings("unchecked") // a report of usage is answered as one
                public <R> CompletionStage<R> send(StiggRequest<R> request) {
                    return request instanceof ReportUsage report
                            ? line.send((StiggRequest<R>) report.withIdempotencyKey("k" + reports++))
                            : line.send(request);
                }
            };
        }
    }

    static class FailsWithWhatever extends ApiTransportContract {
        @Override
        protected ApiTransport transportTo(StiggBackend backend) {
            return new Transport(backend) {
                private volatile boolean closed;

                @Override
                public <R> CompletionStage<R> send(StiggRequest<R> request) {
                    return closed
                            ? CompletableFuture.failedFuture(new IllegalStateException("closed"))
                            : super.send(request);
                }

                @Override
                public void close() {
                    closed = true;
                    super.close();
                }
            };
        }
    }
}
