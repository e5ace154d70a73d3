package io.stigg.sdk.testkit.catalog;

/** A text that is no catalogue, and where it is not. */
final class JsonMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    JsonMistake(String path, String message) {
        super(path.isEmpty() ? message : path + ": " + message);
    }

    JsonMistake(String path, IllegalArgumentException cause) {
        super(path + ": " + cause.getMessage(), cause);
    }
}
