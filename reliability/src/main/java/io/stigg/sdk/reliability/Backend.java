package io.stigg.sdk.reliability;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Asks Stigg itself what it would answer, past every proxy and without any part of the SDK. Thread-safe. */
final class Backend {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI graphql;

    Backend(URI uri) {
        graphql = uri.resolve("/graphql");
    }

    /** Answers every question as Stigg does now. */
    Map<Question, Verdict> verdicts(List<Question> questions) throws IOException {
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < questions.size(); i++) {
            document.append(" q").append(i).append(": ").append(entitlement(questions.get(i)));
        }
        JsonObject data = ask(document.append(" }").toString());
        Map<Question, Verdict> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            verdicts.put(questions.get(i), verdict(data.getAsJsonObject("q" + i)));
        }
        return verdicts;
    }

    private static String entitlement(Question question) {
        String options = question.isMetered() ? ", options: {requestedUsage: 1}" : "";
        return "entitlement(query: {customerId: \"" + question.customerId() + "\", featureId: \"" + question.featureId()
                + "\"" + options + "}) { isGranted usageLimit }";
    }

    private static Verdict verdict(JsonObject entitlement) {
        JsonElement limit = entitlement.get("usageLimit");
        return new Verdict(
                entitlement.get("isGranted").getAsBoolean(),
                limit == null || limit.isJsonNull() ? OptionalDouble.empty() : OptionalDouble.of(limit.getAsDouble()));
    }

    /** What has been counted. */
    long usage(String customerId, String featureId) throws IOException {
        JsonObject data = ask("{ entitlement(query: {customerId: \"" + customerId + "\", featureId: \"" + featureId
                + "\"}) { currentUsage } }");
        JsonElement usage = data.getAsJsonObject("entitlement").get("currentUsage");
        return usage.isJsonNull() ? 0 : usage.getAsLong();
    }

    private JsonObject ask(String document) throws IOException {
        JsonObject body = new JsonObject();
        body.addProperty("query", document);
        HttpRequest request = HttpRequest.newBuilder(graphql)
                .timeout(Duration.ofSeconds(5))
                .header("X-API-KEY", Shop.API_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            JsonObject read = JsonParser.parseString(answer).getAsJsonObject();
            if (read.has("errors")) {
                throw new IllegalStateException(answer);
            }
            return read.getAsJsonObject("data");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
