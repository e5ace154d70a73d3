package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.billing.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that was read from JSON. Immutable.
 *
 * @param path where it is, by which mistakes are named
 * @param value a map, a list, a text, a number or a boolean
 */
record JsonValue(String path, Object value) {
    private static final Pattern MONEY = Pattern.compile("(\\d+(?:\\.\\d+)?) ([A-Z]{3})");

    static String member(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    JsonMistake wrong(String message) {
        return new JsonMistake(path, message);
    }

    private JsonMistake not(String wanted) {
        return wrong("must be " + wanted + ", not "
                + (value instanceof Map || value instanceof List ? "something in brackets" : value));
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isNumber() {
        return value instanceof Number;
    }

    boolean isFlag() {
        return value instanceof Boolean;
    }

    boolean isList() {
        return value instanceof List;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw not("a text");
    }

    double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw not("a number");
    }

    int count() {
        if (value instanceof Integer count) {
            return count;
        }
        throw not("a whole number");
    }

    boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw not("true or false");
    }

    /** Returns what holds if this is true, which it is if it is not left out. */
    <T> T yes(T then) {
        if (!flag()) {
            throw not("true, or left out");
        }
        return then;
    }

    /** Makes something of this; what is refused there is refused with the path of this. */
    <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (JsonMistake mistake) {
            throw mistake;
        } catch (IllegalArgumentException refused) {
            throw new JsonMistake(path, refused);
        }
    }

    /** A text, a number or a boolean as it is. */
    Object plain() {
        if (value instanceof Map || value instanceof List) {
            throw not("a text, a number or a boolean");
        }
        return value;
    }

    List<JsonValue> list() {
        if (!(value instanceof List<?> list)) {
            throw not("a list in []");
        }
        List<JsonValue> elements = new ArrayList<>();
        for (Object each : list) {
            elements.add(new JsonValue(element(path, elements.size()), each));
        }
        return elements;
    }

    String[] texts() {
        return list().stream().map(JsonValue::text).toArray(String[]::new);
    }

    /** A list of two. */
    List<JsonValue> pair() {
        List<JsonValue> pair = list();
        if (pair.size() != 2) {
            throw wrong("must have two elements, not " + pair.size());
        }
        return pair;
    }

    /** What it has by ids. */
    Map<String, JsonValue> entries() {
        if (!(value instanceof Map<?, ?> map)) {
            throw not("an object in {}");
        }
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        map.forEach((name, each) -> entries.put(name.toString(), new JsonValue(member(path, name.toString()), each)));
        return entries;
    }

    /** What it has by names that are known. */
    JsonMembers members() {
        return new JsonMembers(path, entries());
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
        if (!names.contains(text())) {
            throw not("one of " + names);
        }
        return Enum.valueOf(type, text());
    }

    Money money() {
        Matcher money = MONEY.matcher(text());
        if (!money.matches()) {
            throw not("an amount of money such as \"9.90 USD\"");
        }
        return Money.of(money.group(1), money.group(2));
    }

    static String of(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
