package io.stigg.sdk.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.util.Map;

/** The headers of every request. */
final class Headers {
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_LENGTH = 21;

    // Texts, and the two numbers that are numbers where there are any.
    private final Map<String, Object> identity;
    private final ClientIdentity client;

    private Headers(Map<String, Object> identity, ClientIdentity client) {
        this.identity = identity;
        this.client = client;
    }

    static Headers of(ApiKey key, ClientIdentity client, ProcessIdentity process) {
        return new Headers(
                Map.of(
                        "X-API-KEY", key.headerValue(),
                        "source", client.source(),
                        "X-SDK-INSTANCE-ID", randomId(),
                        "X-SDK-OS-PROCESS-HOSTNAME", process.hostName(),
                        "X-SDK-OS-PROCESS-ID", process.pid(),
                        "X-SDK-OS-PROCESS-TIMESTAMP", process.startMillis(),
                        "X-SDK-OS-PROCESS-FINGERPRINT", process.fingerprint()),
                client);
    }

    HttpRequest.Builder forGraphQl(URI uri, String operationName) {
        return common(uri)
                .setHeader("content-type", "application/json")
                .setHeader("x-graphql-operation-name", operationName)
                .setHeader("apollographql-client-name", client.clientName())
                .setHeader("apollographql-client-version", client.clientVersion());
    }

    HttpRequest.Builder forEdge(URI uri) {
        return common(uri).setHeader("X-API-VERSION", "1");
    }

    /** What a stream of updates says instead, once, in its first message. */
    Map<String, Object> forStream() {
        return identity;
    }

    private HttpRequest.Builder common(URI uri) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
        if (uri.getScheme().equals("http")) {
            // The offer to upgrade to HTTP/2, which a lent client makes otherwise, confuses servers.
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        identity.forEach((name, value) -> builder.setHeader(name, value.toString()));
        return builder.setHeader("accept", "application/json").setHeader("accept-encoding", "gzip");
    }

    private static String randomId() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }
}
