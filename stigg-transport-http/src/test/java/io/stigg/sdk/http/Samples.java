package io.stigg.sdk.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers as Stigg gives them. */
public final class Samples {
    private Samples() {}

    /** Every kind of entitlement, with every member. */
    public static String state() {
        return load("state.json");
    }

    public static String load(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
