package io.stigg.sdk.http.graphql;

import java.nio.charset.StandardCharsets;

/**
 * Encodes text for any place in a URI: everything but letters, digits, {@code -}, {@code _}, {@code ~} and {@code .}
 * becomes percent and two digits. Text of dots alone is encoded too, or it would name a parent folder.
 */
final class PercentEncoding {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~";

    private PercentEncoding() {}

    static String of(String text) {
        String plain = text.chars().allMatch(c -> c == '.') ? PLAIN : PLAIN + ".";
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            if (unit > 0 && plain.indexOf(unit) >= 0) {
                encoded.append((char) unit);
            } else {
                encoded.append(String.format("%%%02X", unit));
            }
        }
        return encoded.toString();
    }
}
