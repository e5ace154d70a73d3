package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** What the application lends, and closes itself: all of a client, or parts for one of ours. */
record Borrowed(
        Optional<HttpClient> client,
        Optional<ProxySelector> proxy,
        Optional<SSLContext> sslContext,
        Optional<Executor> executor) {
    static Borrowed nothing() {
        return new Borrowed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Borrowed withClient(HttpClient lent) {
        requireNonNull(lent, "httpClient");
        if (lent.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("httpClient must not follow redirects, which would carry the API key"
                    + " elsewhere, but is set to " + lent.followRedirects());
        }
        return new Borrowed(Optional.of(lent), proxy, sslContext, executor);
    }

    Borrowed withProxy(ProxySelector selector) {
        return new Borrowed(client, Optional.of(requireNonNull(selector, "proxy")), sslContext, executor);
    }

    Borrowed withSslContext(SSLContext context) {
        return new Borrowed(client, proxy, Optional.of(requireNonNull(context, "sslContext")), executor);
    }

    Borrowed withExecutor(Executor lent) {
        return new Borrowed(client, proxy, sslContext, Optional.of(requireNonNull(lent, "executor")));
    }

    /** A client has all the parts already; to ignore a part that was given would be worse than to refuse it. */
    void requireConsistent() {
        String parts = Stream.of(
                        proxy.map(p -> "proxy"), sslContext.map(s -> "sslContext"), executor.map(e -> "executor"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (client.isPresent() && !parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "httpClient cannot be combined with " + parts + ": set that on the client itself");
        }
    }
}
