package io.stigg.sdk.http.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The text of an operation with the fragments that it and they spread, from the files beside this class. */
record Document(String operationName, String text) {
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.([A-Z]\\w*)");
    private static final Map<String, Document> LOADED = new ConcurrentHashMap<>();

    static Document of(String operationName) {
        return LOADED.computeIfAbsent(operationName, Document::loadAll);
    }

    private static Document loadAll(String operationName) {
        Map<String, String> texts = new LinkedHashMap<>();
        loadInto(texts, operationName);
        return new Document(operationName, String.join("\n", texts.values()));
    }

    private static void loadInto(Map<String, String> texts, String name) {
        if (!texts.containsKey(name)) {
            String text = load(name);
            texts.put(name, text);
            SPREAD.matcher(text).results().forEach(spread -> loadInto(texts, spread.group(1)));
        }
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
