package io.stigg.sdk.usage;

import java.util.Map;
import java.util.function.ToIntFunction;

/** How many bytes an event is as JSON, near enough to keep within what Stigg takes. Pure. */
final class EventSize {
    /** The names of the members, the time, and what stands between them. */
    private static final int FRAME = 160;

    /** Quotes, a colon and a comma. */
    private static final int AROUND_A_DIMENSION = 6;

    private static final int MOST_BYTES_OF_A_CHARACTER = 6;

    /** Of so few characters it does not matter which they are, and of so many it takes time to look at them. */
    private static final int FEW_CHARACTERS = 100;

    private static final int ORDINARY_NUMBER = 12;

    private EventSize() {}

    static void requireAtMost(
            int largest, String name, String customer, String resource, String key, Map<String, Object> dimensions) {
        // Hardly any event is so long that its characters have to be looked at.
        if (sum(String::length, name, customer, resource, key, dimensions) > largest / MOST_BYTES_OF_A_CHARACTER) {
            int size = sum(EventSize::bytes, name, customer, resource, key, dimensions);
            if (size > largest) {
                throw new IllegalArgumentException(
                        "dimensions: with them the event takes " + size + " bytes, of at most " + largest);
            }
        }
    }

    static int of(String name, String customer, String resource, String key, Map<String, Object> dimensions) {
        return sum(
                text -> text.length() > FEW_CHARACTERS ? bytes(text) : text.length(),
                name,
                customer,
                resource,
                key,
                dimensions);
    }

    private static int sum(
            ToIntFunction<String> length,
            String name,
            String customer,
            String resource,
            String key,
            Map<String, Object> dimensions) {
        long sum = FRAME
                + (long) length.applyAsInt(name)
                + length.applyAsInt(customer)
                + length.applyAsInt(resource)
                + length.applyAsInt(key);
        for (Map.Entry<String, Object> dimension : dimensions.entrySet()) {
            sum += AROUND_A_DIMENSION + length.applyAsInt(dimension.getKey()) + length(dimension.getValue(), length);
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    private static int length(Object value, ToIntFunction<String> length) {
        if (value instanceof String text) {
            return length.applyAsInt(text);
        }
        boolean isOrdinary = value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double;
        return isOrdinary ? ORDINARY_NUMBER : value.toString().length();
    }

    private static int bytes(String text) {
        long bytes = 0;
        for (int index = 0; index < text.length(); index++) {
            bytes += bytes(text.charAt(index));
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static int bytes(char character) {
        if (character < 0x20) {
            return MOST_BYTES_OF_A_CHARACTER;
        } else if (character < 0x80) {
            return character == '"' || character == '\\' ? 2 : 1;
        }
        // Two of what stands for a character together are four bytes.
        return character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
}
