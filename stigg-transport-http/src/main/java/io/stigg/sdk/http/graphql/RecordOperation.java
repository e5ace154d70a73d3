package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import io.stigg.sdk.StiggRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;

/**
 * An operation whose variables are the request as it is, and whose answer is the model as it is. Immutable.
 *
 * @param <R> what Stigg answers
 */
final class RecordOperation<R> extends Operation<R> {
    private final StiggRequest<R> request;
    private final String argument;
    private final String root;
    private final Repeats repeats;

    /** Whether a request whose fate is not known may be sent again. */
    enum Repeats {
        /** It may: it reads, or it comes to the same if done twice. */
        SAFE,
        /** It may not: done twice it does more, or answers that it was done before. */
        NEVER
    }

    /**
     * @param argument the variable that the request is, empty if its members are the variables
     * @param root the member of the answer that the model is
     */
    RecordOperation(StiggRequest<R> request, String argument, String root, Repeats repeats) {
        super(Document.of(request.getClass().getSimpleName()));
        this.argument = argument;
        this.request = request;
        this.root = root;
        this.repeats = repeats;
    }

    @Override
    public boolean isRepeatable() {
        return repeats == Repeats.SAFE;
    }

    @Override
    JsonObject variables() {
        JsonObject members = RecordWriter.write(request);
        if (argument.isEmpty()) {
            return members;
        }
        JsonObject variables = new JsonObject();
        variables.add(argument, members);
        return variables;
    }

    @Override
    @SuppressWarnings("unchecked") // the request's own type says what it is answered with
    public R read(JsonView data, Instant askedAt) {
        return (R) RecordReader.read(answerType(request.getClass()), data.at(root));
    }

    /** The type argument of the kind of request that a request is of. */
    static Type answerType(Class<?> requestType) {
        return Arrays.stream(requestType.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(kind -> StiggRequest.class.isAssignableFrom((Class<?>) kind.getRawType()))
                .map(kind -> kind.getActualTypeArguments()[0])
                .findAny()
                .orElseThrow(
                        () -> new IllegalArgumentException(requestType + " does not say what it is answered with"));
    }
}
