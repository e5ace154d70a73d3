package io.stigg.sdk.http;

import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.http.graphql.Anomalies;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the transport together. */
@Module
final class HttpModule {
    private HttpModule() {}

    @Provides
    @Singleton
    static Connections connections(HttpTransport options) {
        return new Connections(options.borrowed(), options.maxResponseBytes());
    }

    @Provides
    static Answers answers(HttpTransport options, SdkClock clock) {
        Anomalies anomalies = new Anomalies(options.apiKey()::redact);
        return new Answers(new Envelope(anomalies, options.apiKey()::redact), options.maxResponseBytes(), clock);
    }

    @Provides
    static Headers headers(HttpTransport options) {
        return Headers.of(options.apiKey(), options.identity(), ProcessIdentity.current());
    }

    @Provides
    static UpdateStream updates() {
        return UpdateStream.none();
    }

    /** What happens to a call, from the outside in. */
    @Provides
    @Singleton
    static ApiTransport transport(
            HttpTransport options, SdkClock clock, Connections connections, Answers answers, Headers headers) {
        Endpoints at = options.endpoints();
        Exchange api = new RetryingExchange(
                clock,
                new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                new HttpExchange(connections, new GraphQlRequests(at.graphQl(), headers), answers, clock));
        Exchange nearest = at.edge()
                .<Exchange>map(edge -> new EdgeThenApiExchange(
                        new DeadlineExchange(
                                clock,
                                connections.executor(),
                                new HttpExchange(connections, new EdgeRequests(edge, headers), answers, clock)),
                        api,
                        clock))
                .orElse(api);
        Exchange bounded = new DeadlineExchange(clock, connections.executor(), nearest);
        return new HttpApiTransport(options.budgets(), bounded, connections, clock);
    }
}
