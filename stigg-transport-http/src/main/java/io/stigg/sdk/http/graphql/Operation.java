package io.stigg.sdk.http.graphql;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.time.Instant;
import java.util.Optional;

/**
 * One operation of the API, bound to the request that it serves: the document, its variables, and how its answer is read.
 * Immutable.
 *
 * @param <R> what Stigg answers
 */
public abstract class Operation<R> {
    static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            // A null is there because it is meant: to clear something.
            .serializeNulls()
            .setStrictness(Strictness.STRICT)
            .create();

    private final Document document;

    Operation(Document document) {
        this.document = document;
    }

    /**
     * Returns the operation's name.
     *
     * @return the API's name
     */
    public final String name() {
        return document.operationName();
    }

    /**
     * Writes the body of the GraphQL request.
     *
     * @return JSON
     */
    public final String body() {
        JsonObject body = new JsonObject();
        body.addProperty("operationName", name());
        body.add("variables", variables());
        body.addProperty("query", document.text());
        return GSON.toJson(body);
    }

    /**
     * Tells whether sending the same again has the effect of sending it once.
     *
     * @return true if a request whose fate is not known may be sent again
     */
    public boolean isRepeatable() {
        return true;
    }

    /**
     * Returns where Stigg's edge has the answer.
     *
     * @return path and query below the edge's address, encoded; empty when the edge does not serve it
     */
    public Optional<String> edgePath() {
        return Optional.empty();
    }

    /**
     * Reads the answer.
     *
     * @param data the {@code data} of the answer
     * @param askedAt when the request was sent
     * @return the answer
     * @throws io.stigg.sdk.error.StiggProtocolException if it is not what the API promises
     */
    public abstract R read(JsonView data, Instant askedAt);

    abstract JsonObject variables();

    @Override
    public final String toString() {
        return name();
    }
}
