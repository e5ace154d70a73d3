package io.stigg.sdk.http.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of an operation with the fragments that it spreads, from the files beside this class. */
record Document(String operationName, String text) {
    static Document of(String operationName, String... fragments) {
        String text = Stream.concat(Stream.of(operationName), Arrays.stream(fragments))
                .map(Document::load)
                .collect(Collectors.joining("\n"));
        return new Document(operationName, text);
    }

    private static String load(String name) {
        String file = name + ".graphql";
        try (InputStream in = Document.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
