package io.stigg.sdk.http.graphql;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggProtocolException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Opens the envelope of an answer, GraphQL's or one of the shapes that stand in for it when something fails before
 * GraphQL. Thread-safe.
 */
public final class Envelope {
    private final Anomalies anomalies;
    private final ErrorReader errors;

    /**
     * Makes an opener of envelopes.
     *
     * @param anomalies where to tell what is odd
     * @param redaction takes secrets out of texts that come from outside
     */
    public Envelope(Anomalies anomalies, UnaryOperator<String> redaction) {
        this.anomalies = anomalies;
        this.errors = new ErrorReader(redaction);
    }

    /**
     * Finds the data in an answer that was accepted.
     *
     * @param operation the operation's name
     * @param status the status of the response, 200 to 299
     * @param body the body
     * @return the data
     * @throws StiggApiException if Stigg says that something failed
     * @throws StiggProtocolException if it is no GraphQL answer
     */
    public JsonView data(String operation, int status, byte[] body) {
        JsonView document = JsonView.of(JsonText.parse(body), anomalies);
        return data(operation, status, document, errors.errors(document));
    }

    /** Finds the data in what is told on a stream, where there is no status. */
    JsonView data(String operation, JsonView payload) {
        return data(operation, 0, payload, StreamErrors.classified(errors.errors(payload)));
    }

    private static JsonView data(String operation, int status, JsonView document, List<ApiError> stated) {
        if (!stated.isEmpty()) {
            throw StiggApiException.of(operation, status, stated);
        }
        JsonView data = document.at("data");
        if (!data.isObject()) {
            throw data.problem("an object was expected");
        }
        return data;
    }

    /**
     * Makes an exception of an answer that was refused, with what can be understood of its body.
     *
     * @param operation the operation's name
     * @param status the status of the response, outside 200 to 299
     * @param body the body
     * @return the exception
     */
    public StiggApiException refusal(String operation, int status, byte[] body) {
        try {
            return StiggApiException.of(operation, status, errors.errors(JsonView.of(JsonText.parse(body), anomalies)));
        } catch (StiggProtocolException unusable) {
            // A proxy's page, or nothing. Its text says nothing about Stigg, so the status has to do.
            return StiggApiException.of(operation, status, List.of());
        }
    }

    /** Makes an exception of errors that a stream tells: a list of GraphQL's, or a lone one. */
    StiggApiException refusal(String operation, JsonView errorOrErrors) {
        return StiggApiException.of(operation, 0, StreamErrors.classified(errors.lone(errorOrErrors)));
    }
}
