package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.StiggRequest;
import java.time.Instant;
import java.util.List;

/**
 * Works out the price of a selection: sends those of its members that have a bearing on it, because the API takes no
 * others. Changes nothing, so it may be repeated.
 *
 * @param <R> what Stigg answers
 */
final class PreviewOperation<R> extends Operation<R> {
    private static final List<String> WITHOUT_BEARING = List.of(
            "refId",
            "subscriptionId",
            "billingId",
            "paymentCollectionMethod",
            "salesforceId",
            "awaitPaymentConfirmation",
            "additionalMetaData");

    private final StiggRequest<R> request;
    private final String root;

    PreviewOperation(StiggRequest<R> request, String root) {
        super(Document.of(request.getClass().getSimpleName()));
        this.request = request;
        this.root = root;
    }

    @Override
    JsonObject variables() {
        JsonObject variables = RecordWriter.input(request);
        WITHOUT_BEARING.forEach(variables.getAsJsonObject("input")::remove);
        return variables;
    }

    @Override
    @SuppressWarnings("unchecked") // the request's own type says what it is answered with
    public R read(JsonView data, Instant askedAt) {
        return (R) RecordReader.read(RecordOperation.answerType(request.getClass()), data.at(root));
    }
}
