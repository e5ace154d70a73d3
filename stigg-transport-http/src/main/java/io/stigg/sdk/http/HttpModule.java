package io.stigg.sdk.http;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.stigg.sdk.http.graphql.Anomalies;
import io.stigg.sdk.http.graphql.Envelope;
import io.stigg.sdk.http.graphql.LackedTopics;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateStream;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the transport together. */
@Module
abstract class HttpModule {
    private HttpModule() {}

    @Provides
    @Singleton
    static Connections connections(HttpTransport options) {
        return new Connections(options.borrowed(), options.maxResponseBytes());
    }

    @Provides
    @Singleton
    static Anomalies anomalies(HttpTransport options) {
        return new Anomalies(options.apiKey()::redact);
    }

    @Provides
    static Envelope envelope(HttpTransport options, Anomalies anomalies) {
        return new Envelope(anomalies, options.apiKey()::redact);
    }

    @Provides
    static Answers answers(HttpTransport options, Envelope envelope, SdkClock clock) {
        return new Answers(envelope, options.maxResponseBytes(), clock);
    }

    /** One instance id for requests and updates. */
    @Provides
    @Singleton
    static Headers headers(HttpTransport options) {
        return Headers.of(options.apiKey(), options.identity(), ProcessIdentity.current());
    }

    @Provides
    @Singleton
    static WebSocketUpdateStream stream(
            HttpTransport options,
            SdkClock clock,
            Connections connections,
            Headers headers,
            Envelope envelope,
            Anomalies anomalies) {
        return new WebSocketUpdateStream(new StreamSetup(
                options.endpoints().updates(),
                connections,
                clock,
                headers,
                new StreamFailures(options.endpoints().updates(), options.apiKey()),
                envelope,
                anomalies,
                new LackedTopics(),
                options.maxResponseBytes()));
    }

    @Binds
    abstract UpdateStream updates(WebSocketUpdateStream stream);

    /** What happens to a call, from the outside in. */
    @Provides
    @Singleton
    static ApiTransport transport(
            HttpTransport options,
            SdkClock clock,
            Connections connections,
            WebSocketUpdateStream updates,
            Answers answers,
            Headers headers) {
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
        return new HttpApiTransport(options.budgets(), bounded, updates, connections, clock);
    }
}
