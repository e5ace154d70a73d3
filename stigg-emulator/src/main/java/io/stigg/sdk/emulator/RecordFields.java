package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.stigg.sdk.Page;
import io.stigg.sdk.wire.RecordShape;
import io.stigg.sdk.wire.RecordShape.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of what the roots answer: of maps, and of the SDK's records by the names that the API has for their
 * members.
 */
final class RecordFields implements DataFetcher<Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Roots roots = requireNonNull(environment.getGraphQlContext().get(Roots.class));
        Object owner = roots.details().fuller(requireNonNull(environment.getSource()));
        String field = environment.getField().getName();
        Object value = owner instanceof Map<?, ?> map
                ? map.get(field)
                : roots.details().field(owner, field);
        GraphQLType type = GraphQLTypeUtil.unwrapAll(environment.getFieldType());
        Object told = value == null ? null : told(value, type);
        // What the schema always has is there even if nothing is known of it.
        return told == null && isAlwaysAnObject(environment, type) ? Map.of() : told;
    }

    private static boolean isAlwaysAnObject(DataFetchingEnvironment environment, GraphQLType type) {
        return GraphQLTypeUtil.isNonNull(environment.getFieldType()) && type instanceof GraphQLObjectType;
    }

    /** Finds a member of a record, or of a record that stands in its place. */
    static @Nullable Object member(Object owner, String field) {
        if (owner instanceof Page<?> page) {
            return page(page, field);
        }
        Object inherited = null;
        Map<String, Object> object = new LinkedHashMap<>();
        for (Member member : RecordShape.of(owner.getClass()).members()) {
            String path = member.path();
            if (path.equals(field) || member.name().equals(field)) {
                return member.isListOfEntries() ? entries(member, (Map<?, ?>) member.in(owner)) : member.in(owner);
            } else if (path.isEmpty() && inherited == null) {
                inherited = member(member.in(owner), field);
            } else if (path.startsWith(field + ".")) {
                put(object, path.substring(field.length() + 1), member.in(owner));
            }
        }
        return object.isEmpty() ? inherited : object;
    }

    /** An object that nothing is known of is none. */
    private static void put(Map<String, Object> object, String path, Object value) {
        boolean isNothing = value instanceof Optional<?> optional && optional.isEmpty();
        if (!isNothing) {
            String[] names = path.split("\\.", 2);
            if (names.length == 1) {
                object.put(path, value);
            } else {
                object.put(names[0], nested(names[1], value));
            }
        }
    }

    private static Map<String, Object> nested(String path, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, path, value);
        return object;
    }

    private static List<Map<String, Object>> entries(Member member, Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    put(object, member.key(), entry.getKey());
                    put(object, member.each(), entry.getValue());
                    return object;
                })
                .toList();
    }

    private static @Nullable Object page(Page<?> page, String field) {
        return switch (field) {
            case "edges" -> Cursors.edges(page);
            case "pageInfo" ->
                new Fields()
                        .with("startCursor", page.startCursor())
                        .with("endCursor", page.endCursor())
                        .with("hasNextPage", page.hasNextPage())
                        .with("hasPreviousPage", page.hasPreviousPage())
                        .toMap();
            case "totalCount" -> page.totalCount();
            default -> null;
        };
    }

    /** Puts a value as the schema has it. */
    private static @Nullable Object told(Object value, GraphQLType type) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : told(optional.get(), type);
        } else if (value instanceof Collection<?> elements && type instanceof GraphQLEnumType) {
            return elements.stream().map(element -> told(element, type)).toList();
        } else if (value instanceof Enum<?> constant && type instanceof GraphQLEnumType names) {
            return nameOf(constant, names);
        } else if (value instanceof Instant instant && type == Scalars.GraphQLFloat) {
            return instant.toEpochMilli();
        } else if (value instanceof Map<?, ?> members && members.isEmpty() && type instanceof GraphQLScalarType) {
            return null;
        }
        return value;
    }

    private static String nameOf(Enum<?> constant, GraphQLEnumType names) {
        return names.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .filter(name -> letters(name).equals(letters(constant.name())))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(names.getName() + " has no " + constant));
    }

    static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
