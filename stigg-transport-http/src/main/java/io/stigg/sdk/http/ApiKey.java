package io.stigg.sdk.http;

import static java.util.Objects.requireNonNull;

/** The secret. No record, and nothing that it is printed by, shows it. */
final class ApiKey {
    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    static ApiKey of(String value) {
        requireNonNull(value, "apiKey");
        if (value.isBlank()) {
            throw new IllegalArgumentException("apiKey must not be blank");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "apiKey must be of visible ASCII characters alone, but has another at index " + i + " of "
                                + value.length() + ": is there a line break at its end?");
            }
        }
        return new ApiKey(value);
    }

    String headerValue() {
        return value;
    }

    /** Takes the key out of a text that came from outside: servers like to repeat what they refuse. */
    String redact(String text) {
        return text.replace(value, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
