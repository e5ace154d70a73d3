package io.stigg.sdk.http.graphql;

import io.stigg.sdk.error.ApiError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads errors of every shape: a GraphQL list, an object {@code error} with code and message, a code in {@code error} beside
 * a {@code message}, a lone {@code message}.
 */
final class ErrorReader {
    private static final int MOST_TEXT = 1_000;

    private final UnaryOperator<String> redaction;

    ErrorReader(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    List<ApiError> errors(JsonView document) {
        if (!document.isObject()) {
            throw document.problem("an object was expected");
        }
        JsonView errors = document.at("errors");
        if (!errors.isAbsent()) {
            return errors.elements().stream().map(this::graphQl).toList();
        }
        JsonView error = document.at("error");
        if (error.isObject()) {
            return List.of(plain(error.at("message"), error.at("code"), error.at("traceId")));
        }
        boolean hasMessage =
                !document.at("message").isAbsent() && document.at("data").isAbsent();
        return hasMessage || !error.isAbsent()
                ? List.of(plain(document.at("message"), error, document.at("traceId")))
                : List.of();
    }

    /** Reads a list without an envelope, or one error without a list. */
    List<ApiError> lone(JsonView errorOrErrors) {
        boolean hasEnvelope =
                errorOrErrors.isObject() && !errorOrErrors.at("errors").isAbsent();
        if (hasEnvelope) {
            return errors(errorOrErrors);
        }
        return errorOrErrors.isList()
                ? errorOrErrors.elements().stream().map(this::graphQl).toList()
                : List.of(graphQl(errorOrErrors));
    }

    private ApiError graphQl(JsonView error) {
        if (!error.isObject()) {
            return new ApiError(describe(error), Optional.empty(), Optional.empty(), Map.of());
        }
        JsonView extensions = error.at("extensions");
        if (!extensions.isObject()) {
            return new ApiError(describe(error.at("message")), Optional.empty(), Optional.empty(), Map.of());
        }
        Map<String, Object> rest = new HashMap<>(redacted(extensions.members()));
        rest.remove("code");
        rest.remove("traceId");
        return new ApiError(
                describe(error.at("message")), label(extensions.at("code")), label(extensions.at("traceId")), rest);
    }

    private ApiError plain(JsonView message, JsonView code, JsonView traceId) {
        return new ApiError(describe(message), label(code), label(traceId), Map.of());
    }

    private String describe(JsonView message) {
        return label(message).orElse("no message was given");
    }

    private Optional<String> label(JsonView view) {
        boolean scalar = !view.isAbsent() && !view.isObject() && !view.isList();
        return scalar ? Optional.of(safe(view.scalarText())).filter(text -> !text.isBlank()) : Optional.empty();
    }

    private Map<String, Object> redacted(Map<String, Object> members) {
        Map<String, Object> redacted = new HashMap<>();
        members.forEach((name, value) -> redacted.put(safe(name), redacted(value)));
        return redacted;
    }

    @SuppressWarnings("unchecked") // JSON's objects have texts for names
    private Object redacted(Object value) {
        if (value instanceof Map<?, ?> members) {
            return redacted((Map<String, Object>) members);
        }
        return value instanceof List<?> elements
                ? elements.stream().map(element -> redacted((Object) element)).toList()
                : value instanceof String text ? safe(text) : value;
    }

    private String safe(String text) {
        String redacted = redaction.apply(text);
        return redacted.length() <= MOST_TEXT ? redacted : redacted.substring(0, MOST_TEXT) + "...";
    }
}
