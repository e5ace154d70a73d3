package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.http.graphql.RecordOperation.Repeats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A read of a customer. If there is none, Stigg answers with nothing instead of an error; here that is one. Immutable.
 *
 * @param <R> what Stigg answers
 */
final class CustomerReadOperation<R> extends Operation<R> {
    private static final String ROOT = "getCustomerByRefId";
    private static final int ANSWERED = 200;

    private final RecordOperation<R> reading;

    CustomerReadOperation(StiggRequest<R> request) {
        super(Document.of(request.getClass().getSimpleName()));
        this.reading = new RecordOperation<>(request, "input", ROOT, Repeats.SAFE);
    }

    @Override
    JsonObject variables() {
        return reading.variables();
    }

    @Override
    public R read(JsonView data, Instant askedAt) {
        if (data.at(ROOT).isAbsent()) {
            ApiError error = new ApiError(
                    "Customer not found",
                    Optional.of(ErrorCode.CUSTOMER_NOT_FOUND.wireName()),
                    Optional.empty(),
                    Map.of());
            throw StiggApiException.of(name(), ANSWERED, List.of(error));
        }
        return reading.read(data, askedAt);
    }
}
