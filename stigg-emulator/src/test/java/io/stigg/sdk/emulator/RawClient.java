package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Speaks HTTP to the emulator and knows nothing of the SDK. */
final class RawClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI base;
    private final String key;

    RawClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    Answer query(String document) {
        return query(document, Map.of());
    }

    Answer query(String document, Map<String, ?> variables) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", document);
        body.put("variables", variables);
        return post("/graphql", Json.write(body));
    }

    Answer post(String path, String body) {
        return send(to(path).POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("X-API-KEY", key)
                .header("Content-Type", "application/json");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members of an object in JSON. */
    @SuppressWarnings("unchecked") // Their names are strings.
    static Map<String, Object> members(Object json) {
        return (Map<String, Object>) json;
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        Map<String, Object> json() {
            return Json.readObject(response.body());
        }

        /** A value inside the body, by the names of members and the numbers of elements. */
        Object at(Object... path) {
            Object value = json();
            for (Object step : path) {
                value = step instanceof Integer index
                        ? ((List<?>) value).get(index)
                        : ((Map<?, ?>) value).get(String.valueOf(step));
            }
            return value;
        }

        Map<String, Object> object(Object... path) {
            return members(at(path));
        }

        List<?> list(Object... path) {
            return (List<?>) at(path);
        }

        Object errorCode() {
            return at("errors", 0, "extensions", "code");
        }

        Object errorMessage() {
            return at("errors", 0, "message");
        }
    }
}
