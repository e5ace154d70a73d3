package io.stigg.sdk.http.graphql;

import io.stigg.sdk.Page;
import io.stigg.sdk.billing.PaymentSecret;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the core's records from answers, each member by the name that it has in the API. What is missing reads as absent,
 * false, or empty; where a member cannot do without, and where a record refuses what was sent, the answer is not what the
 * API promises.
 */
final class RecordReader {
    private static final Map<Class<?>, Function<JsonView, Object>> SINGLE = Map.ofEntries(
            Map.entry(String.class, JsonView::text),
            Map.entry(boolean.class, JsonView::flagOrFalse),
            Map.entry(Boolean.class, JsonView::flag),
            Map.entry(int.class, JsonView::wholeNumber),
            Map.entry(Integer.class, JsonView::wholeNumber),
            Map.entry(double.class, JsonView::number),
            Map.entry(Double.class, JsonView::number),
            Map.entry(BigDecimal.class, view -> BigDecimal.valueOf(view.number())),
            Map.entry(PaymentSecret.class, view -> PaymentSecret.of(view.text())),
            Map.entry(Instant.class, JsonView::instant),
            Map.entry(OptionalDouble.class, JsonView::numberIfAny),
            Map.entry(
                    OptionalInt.class,
                    view -> view.isAbsent() ? OptionalInt.empty() : OptionalInt.of(view.wholeNumber())),
            Map.entry(Feature.class, FeatureFactReader::feature));
    private static final Map<Class<?>, WireEnum<?>> ENUMS = new ConcurrentHashMap<>();

    private RecordReader() {}

    @SuppressWarnings("unchecked") // what is read as a type is of it
    static <T> T read(Class<T> type, JsonView view) {
        return (T) read((Type) type, view);
    }

    static Object read(Type type, JsonView view) {
        return type instanceof ParameterizedType generic ? generic(generic, view) : plain((Class<?>) type, view);
    }

    private static Object generic(ParameterizedType type, JsonView view) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Map.class) {
            return view.members();
        }
        Type element = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return optional(element, view);
        }
        if (raw == List.class) {
            return list(element, view);
        }
        if (raw == Page.class) {
            return page(element, view);
        }
        throw new IllegalArgumentException("no way to read " + type);
    }

    private static Optional<?> optional(Type element, JsonView view) {
        if (element == String.class) {
            return view.textIfAny();
        }
        if (element == Instant.class) {
            return view.instantIfAny();
        }
        return view.isAbsent() ? Optional.empty() : Optional.ofNullable(readKnown(element, view));
    }

    private static List<?> list(Type element, JsonView view) {
        return view.elements().stream()
                .map(each -> Optional.ofNullable(readKnown(element, each)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Page<Object> page(Type element, JsonView view) {
        JsonView info = view.find("pageInfo");
        return new Page<>(
                view.at("edges").elements().stream()
                        .map(edge -> read(element, edge.at("node")))
                        .toList(),
                info.find("startCursor").textIfAny(),
                info.find("endCursor").textIfAny(),
                info.find("hasNextPage").flagOrFalse(),
                info.find("hasPreviousPage").flagOrFalse(),
                read(OptionalInt.class, view.find("totalCount")));
    }

    private static Object plain(Class<?> type, JsonView view) {
        Function<JsonView, Object> single = SINGLE.get(type);
        if (single != null) {
            return single.apply(view);
        }
        return type.isEnum() ? constants(type).readOrUnknown(view) : record(type, view);
    }

    private static WireEnum<?> constants(Class<?> type) {
        return ENUMS.computeIfAbsent(type, WireEnum::withUnknown);
    }

    /** Reads one of several types, which the answer names; null for one that is newer than this SDK. */
    private static @Nullable Object readKnown(Type type, JsonView view) {
        if (!(type instanceof Class<?> union && union.isSealed())) {
            return read(type, view);
        }
        JsonView name = view.at("__typename");
        Optional<Class<?>> member = Arrays.stream(union.getPermittedSubclasses())
                .filter(candidate -> RecordShape.nameOf(candidate).equals(name.text()))
                .findAny();
        if (member.isEmpty()) {
            name.report("an unknown " + union.getSimpleName() + ", " + Anomalies.excerpt(name.text()));
        }
        return member.map(known -> record(known, view)).orElse(null);
    }

    private static Object record(Class<?> type, JsonView view) {
        if (!view.isObject()) {
            throw view.problem("an object was expected");
        }
        RecordShape shape = RecordShape.of(type);
        List<?> values =
                shape.members().stream().map(member -> member(member, view)).toList();
        try {
            return shape.make(values);
        } catch (IllegalArgumentException | NullPointerException refused) {
            throw view.problem("a " + type.getSimpleName() + " was expected, which this is not");
        }
    }

    private static Object member(Member member, JsonView owner) {
        JsonView view = owner.find(member.path());
        return member.isListOfEntries() ? entries(member, view) : read(member.type(), view);
    }

    private static Map<Object, Object> entries(Member member, JsonView list) {
        Type valueType = ((ParameterizedType) member.type()).getActualTypeArguments()[1];
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (JsonView element : list.elements()) {
            entries.merge(
                    element.find(member.key()).id(),
                    read(valueType, element.find(member.each())),
                    (some, more) -> some instanceof Integer one && more instanceof Integer other ? one + other : more);
        }
        return entries;
    }
}
