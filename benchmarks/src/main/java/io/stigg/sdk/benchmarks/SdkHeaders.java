package io.stigg.sdk.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the SDK says in the headers of a request, listened to, so that a bare client can say the same. Immutable. */
final class SdkHeaders {
    /** A client sets them itself, and lets nobody else do it. */
    private static final Set<String> OWN = Set.of("Connection", "Content-length", "Host");

    private final Map<String, String> headers;

    private SdkHeaders(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Lets a client ask for entitlements, and refuses to answer. */
    static SdkHeaders heard() throws IOException {
        Map<String, String> heard = new TreeMap<>();
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", exchange -> {
            try (HttpExchange asked = exchange) {
                asked.getRequestHeaders().forEach((name, values) -> heard.put(name, values.get(0)));
                asked.sendResponseHeaders(400, -1);
            }
        });
        listening.start();
        InetSocketAddress address = listening.getAddress();
        URI uri = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
        try (Stigg stigg = Stigg.builder()
                .transport(
                        HttpTransport.withApiKey(StatedAnswer.KEY).baseUri(uri).withoutEdge())
                .cache(MemoryCache.ofCustomers(1))
                .withoutLiveUpdates()
                .build()) {
            stigg.sendAsync(new GetEntitlementsState(CustomerScope.of(StatedAnswer.CUSTOMER), Freshness.LATEST))
                    .handle((answer, refused) -> "heard")
                    .join();
        } finally {
            listening.stop(0);
        }
        heard.keySet().removeAll(OWN);
        return new SdkHeaders(heard);
    }

    HttpRequest.Builder addedTo(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        return request;
    }
}
