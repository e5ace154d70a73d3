package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Change;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed requests of GraphQL's inputs, which the engine has checked against the schema already: each member of the
 * request is what the API has under its name. Null and absent are the same, save where a request keeps them apart.
 */
final class RequestReader {
    private static final List<String> RESET_CONFIGURATIONS = List.of(
            "yearlyResetPeriodConfiguration", "monthlyResetPeriodConfiguration", "weeklyResetPeriodConfiguration");

    private RequestReader() {}

    @SuppressWarnings("unchecked") // what is read as a type is of it
    static <T> T read(Class<T> type, Map<String, Object> input) {
        return (T) record(type, input);
    }

    private static Object record(Class<?> type, Map<?, ?> input) {
        RecordShape shape = RecordShape.of(type);
        return shape.make(
                shape.members().stream().map(member -> member(member, input)).toList());
    }

    private static Object member(Member member, Map<?, ?> input) {
        Object value = find(member, input);
        if (rawType(member.type()) == Change.class) {
            return change(member, value, input);
        }
        if (member.isListOfEntries()) {
            return entries(member, value);
        }
        return isResetPeriod(member.type())
                ? Optional.ofNullable(resetPeriod(input))
                : value(member.type(), value, member.name());
    }

    /** Some things have two names in the API, of which clients send either. */
    private static @Nullable Object find(Member member, Map<?, ?> input) {
        Object value = find(member.path(), input);
        return value == null ? input.get(member.name()) : value;
    }

    private static @Nullable Object find(String path, Object owner) {
        Object value = owner;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value;
    }

    private static Change<?> change(Member member, @Nullable Object value, Map<?, ?> input) {
        if (value != null) {
            return Change.to(value(argument(member.type(), 0), value, member.name()));
        }
        return input.containsKey(member.path()) ? Change.clear() : Change.keep();
    }

    private static Object entries(Member member, @Nullable Object list) {
        if (rawType(member.type()) == Optional.class) {
            return Optional.ofNullable(list).map(given -> entries(member, argument(member.type(), 0), given));
        }
        return entries(member, member.type(), list);
    }

    private static Map<Object, Object> entries(Member member, Type map, @Nullable Object list) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (Object element : list instanceof Collection<?> elements ? elements : List.of()) {
            Object key = find(member.key(), element);
            Object each = Optional.ofNullable(find(member.each(), element)).orElse(1);
            if (entries.put(String.valueOf(key), value(argument(map, 1), each, member.name())) != null) {
                throw Refusal.of(
                        member.name().equals("addons")
                                ? ErrorCode.DUPLICATE_ADDON_PROVISIONED_ERROR
                                : ErrorCode.BAD_USER_INPUT,
                        member.path() + " has " + key + " twice");
            }
        }
        return entries;
    }

    private static boolean isResetPeriod(Type type) {
        return rawType(type) == Optional.class && argument(type, 0) == ResetPeriod.class;
    }

    private static @Nullable ResetPeriod resetPeriod(Map<?, ?> input) {
        Object unit = input.get("resetPeriod");
        if (unit == null) {
            return null;
        }
        Optional<Object> accordingTo = RESET_CONFIGURATIONS.stream()
                .flatMap(name -> Stream.ofNullable(find(name + ".accordingTo", input)))
                .findFirst();
        ResetPeriod.Unit known = constant(ResetPeriod.Unit.class, unit);
        return accordingTo
                .map(name -> new ResetPeriod(known, constant(ResetPeriod.Alignment.class, name)))
                .orElseGet(() -> ResetPeriod.of(known));
    }

    private static Object value(Type type, @Nullable Object value, String name) {
        Class<?> raw = rawType(type);
        if (raw == Optional.class) {
            return value == null || "".equals(value)
                    ? Optional.empty()
                    : Optional.of(value(argument(type, 0), value, name));
        } else if (raw == List.class) {
            Collection<?> elements = value instanceof Collection<?> given ? given : List.of();
            return elements.stream()
                    .map(element -> value(argument(type, 0), element, name))
                    .toList();
        } else if (raw == Map.class) {
            return value == null ? Map.of() : new Input(Map.of(name, value)).json(name);
        } else if (raw == OptionalDouble.class) {
            return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
        } else if (raw == OptionalInt.class) {
            return value instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
        } else if (raw == boolean.class) {
            return Boolean.TRUE.equals(value);
        } else if (raw.isSealed()) {
            return alternative(raw, value instanceof Map<?, ?> object ? object : Map.of());
        } else if (raw.isRecord()) {
            return record(raw, value instanceof Map<?, ?> object ? object : Map.of());
        } else if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return single(raw, value);
    }

    /** One of several is an object whose only member is named for which it is. */
    private static Object alternative(Class<?> type, Map<?, ?> object) {
        List<Object> given = Arrays.stream(type.getPermittedSubclasses())
                .filter(each -> object.get(RecordShape.nameOf(each)) instanceof Map<?, ?>)
                .map(each -> record(each, (Map<?, ?>) requireNonNull(object.get(RecordShape.nameOf(each)))))
                .toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("a " + type.getSimpleName() + " has to be one thing, not " + given);
        }
        return given.get(0);
    }

    private static Object single(Class<?> type, Object value) {
        if (type.isEnum()) {
            return constant(type, value);
        } else if (value instanceof Number number) {
            return type == BigDecimal.class
                    ? new BigDecimal(number.toString())
                    : type == int.class || type == Integer.class ? (Object) number.intValue() : number.doubleValue();
        }
        return value;
    }

    private static <E> E constant(Class<E> type, Object name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        RecordFields.letters(((Enum<?>) constant).name()).equals(RecordFields.letters((String) name)))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + type.getSimpleName() + " " + name));
    }

    private static Class<?> rawType(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
