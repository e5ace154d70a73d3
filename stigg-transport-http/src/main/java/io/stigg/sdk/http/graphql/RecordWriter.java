package io.stigg.sdk.http.graphql;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.stigg.sdk.Change;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the core's records as inputs, each member by the name that it has in the API. What is absent or empty is left
 * out, because the API takes null for "clear it"; an empty collection that is meant is one in an {@link Optional}.
 */
final class RecordWriter {
    private RecordWriter() {}

    /** Writes a request as the variable that almost every operation has. */
    static JsonObject input(Object request) {
        JsonObject variables = new JsonObject();
        variables.add("input", write(request));
        return variables;
    }

    static JsonObject write(Object request) {
        JsonObject json = new JsonObject();
        add(request, json);
        return json;
    }

    private static void add(Object request, JsonObject json) {
        for (Member member : RecordShape.of(request.getClass()).members()) {
            add(member, member.in(request), json);
        }
    }

    private static void add(Member member, Object value, JsonObject json) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> addPresent(member, present, json));
        } else if (value instanceof Change<?> change) {
            addChange(member, change, json);
        } else if (!isNothing(value)) {
            addPresent(member, value, json);
        }
    }

    private static void addChange(Member member, Change<?> change, JsonObject json) {
        if (change instanceof Change.To<?> to) {
            addPresent(member, to.value(), json);
        } else if (change instanceof Change.Clear) {
            put(member, JsonNull.INSTANCE, json);
        }
    }

    private static boolean isNothing(Object value) {
        return (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof OptionalDouble number && number.isEmpty())
                || (value instanceof OptionalInt number && number.isEmpty());
    }

    private static void addPresent(Member member, Object value, JsonObject json) {
        if (value instanceof ResetPeriod period) {
            addResetPeriod(period, json);
        } else if (member.path().isEmpty()) {
            add(value, json);
        } else if (member.isListOfEntries()) {
            put(member, entries(member, (Map<?, ?>) value), json);
        } else {
            put(member, element(value), json);
        }
    }

    private static void put(Member member, JsonElement element, JsonObject json) {
        String[] path = member.path().split("\\.", -1);
        JsonObject owner = json;
        for (String name : Arrays.asList(path).subList(0, path.length - 1)) {
            if (!owner.has(name)) {
                owner.add(name, new JsonObject());
            }
            owner = owner.getAsJsonObject(name);
        }
        owner.add(path[path.length - 1], element);
        if (!member.alias().isEmpty()) {
            owner.add(member.alias(), element);
        }
    }

    /** The API has the alignment in an object of its own for each unit that has a choice. */
    private static void addResetPeriod(ResetPeriod period, JsonObject json) {
        json.addProperty("resetPeriod", period.unit().name());
        configuration(period.unit()).ifPresent(name -> {
            JsonObject configuration = new JsonObject();
            configuration.addProperty("accordingTo", RecordShape.nameOf(period.accordingTo()));
            json.add(name, configuration);
        });
    }

    private static Optional<String> configuration(ResetPeriod.Unit unit) {
        return switch (unit) {
            case YEAR -> Optional.of("yearlyResetPeriodConfiguration");
            case MONTH -> Optional.of("monthlyResetPeriodConfiguration");
            case WEEK -> Optional.of("weeklyResetPeriodConfiguration");
            default -> Optional.empty();
        };
    }

    private static JsonArray entries(Member member, Map<?, ?> map) {
        JsonArray array = new JsonArray();
        new TreeMap<>(map).forEach((key, value) -> {
            JsonObject object = new JsonObject();
            object.add(member.key(), element(key));
            object.add(member.each(), element(value));
            array.add(object);
        });
        return array;
    }

    /** Inputs have no unions in GraphQL: one of several is an object whose only member is named for which it is. */
    private static JsonObject alternative(Record chosen) {
        JsonObject object = new JsonObject();
        object.add(RecordShape.nameOf(chosen.getClass()), write(chosen));
        return object;
    }

    /** Requests are one of several as well, but where one is a part of another it is always of the same kind. */
    private static boolean isOneOfSeveral(Class<?> type) {
        return !StiggRequest.class.isAssignableFrom(type)
                && Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static JsonElement element(@Nullable Object value) {
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        } else if (value instanceof Number number) {
            return Input.number(number);
        } else if (value instanceof OptionalDouble number) {
            return Input.number(number.getAsDouble());
        } else if (value instanceof OptionalInt number) {
            return new JsonPrimitive(number.getAsInt());
        } else if (value instanceof Instant instant) {
            return new JsonPrimitive(Input.text(instant));
        } else if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(RecordShape.nameOf(constant));
        } else if (value instanceof Record nested) {
            return isOneOfSeveral(nested.getClass()) ? alternative(nested) : write(nested);
        } else if (value instanceof Collection<?> elements) {
            JsonArray array = new JsonArray();
            elements.forEach(each -> array.add(element(each)));
            return array;
        } else if (value instanceof Map<?, ?> members) {
            JsonObject object = new JsonObject();
            new TreeMap<>(members).forEach((name, each) -> object.add(String.valueOf(name), element(each)));
            return object;
        }
        // The class and not the value, which may be somebody's secret.
        throw new IllegalArgumentException("no way to write " + (value == null ? "null" : value.getClass()));
    }
}
