package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request in GraphQL. Immutable, as long as its maps are left alone.
 *
 * @param document the document
 * @param operationName which of the document's operations is meant, empty if it has but one
 * @param variables the values of the variables
 */
record GraphqlRequest(String document, Optional<String> operationName, Map<String, Object> variables) {
    private static final Pattern OPERATION =
            Pattern.compile("\\b(?:query|mutation|subscription)\\s+([_A-Za-z]\\w*)\\s*[({@]");

    // In these words servers ask for the document itself when a client has sent its hash alone.
    private static final String PERSISTED = "PersistedQueryNotSupported";

    static GraphqlRequest of(String document, Map<String, Object> variables) {
        return new GraphqlRequest(document, Optional.empty(), variables);
    }

    /**
     * Reads a request from the body of a POST.
     *
     * @throws IllegalArgumentException if the body is not JSON of the expected shape
     */
    static GraphqlRequest parse(byte[] body) {
        if (new String(body, UTF_8).stripLeading().startsWith("[")) {
            throw new IllegalArgumentException("The body is an array: operations are to be sent one by one");
        }
        return read(Json.readObject(body));
    }

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if the object is not of the expected shape
     */
    static GraphqlRequest read(Map<String, Object> json) {
        if (!(json.get("query") instanceof String document) || document.isBlank()) {
            throw new IllegalArgumentException(isPersisted(json) ? PERSISTED : "The body has no query");
        }
        return new GraphqlRequest(document, operationName(json.get("operationName")), variables(json.get("variables")));
    }

    private static boolean isPersisted(Map<String, Object> json) {
        return json.get("extensions") instanceof Map<?, ?> extensions && extensions.containsKey("persistedQuery");
    }

    /** The name of the operation, be it that the document has but one and names it there. */
    Optional<String> name() {
        return operationName.or(() -> OPERATION
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .findFirst());
    }

    private static Optional<String> operationName(@Nullable Object json) {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof String name) {
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
        throw new IllegalArgumentException("operationName is not a string");
    }

    @SuppressWarnings("unchecked") // The names of an object in JSON are strings.
    private static Map<String, Object> variables(@Nullable Object json) {
        if (json == null) {
            return Map.of();
        }
        if (json instanceof Map<?, ?> variables) {
            return (Map<String, Object>) variables;
        }
        throw new IllegalArgumentException("variables is not an object");
    }
}
