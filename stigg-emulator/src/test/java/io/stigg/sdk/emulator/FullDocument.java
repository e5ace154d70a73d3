package io.stigg.sdk.emulator;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes documents that ask a root of the schema for all that it can be asked for, and give it what it must be given.
 * Immutable.
 */
final class FullDocument {
    private static final int LEVELS = 4;

    private static final Set<String> ALWAYS_GIVEN = Set.of("billingPeriod", "customerId", "planId");

    private final Map<String, String> known;

    /** @param known the values of members of inputs, of which some are given even if they may be left out */
    FullDocument(Map<String, String> known) {
        this.known = known;
    }

    String of(GraphQLFieldDefinition root) {
        return "{ " + root.getName() + arguments(root) + selection(root.getType(), LEVELS, "") + " }";
    }

    private String arguments(GraphQLFieldDefinition root) {
        String all = root.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(argument -> argument.getName() + ": " + value(argument.getName(), argument.getType()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "(" + all + ")";
    }

    private String value(String name, GraphQLType type) {
        if (type instanceof GraphQLNonNull nonNull) {
            return value(name, nonNull.getWrappedType());
        } else if (type instanceof GraphQLList list) {
            return "[" + value(name, list.getWrappedType()) + "]";
        } else if (type instanceof GraphQLEnumType constants) {
            return known.getOrDefault(name, constants.getValues().get(0).getName());
        } else if (type instanceof GraphQLInputObjectType object) {
            return object.getFields().stream()
                    .filter(this::isGiven)
                    .map(field -> field.getName() + ": " + value(field.getName(), field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return scalar(name, ((GraphQLNamedType) type).getName());
    }

    private boolean isGiven(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.isNonNull(field.getType()) || ALWAYS_GIVEN.contains(field.getName());
    }

    private String scalar(String name, String type) {
        return switch (type) {
            case "Boolean" -> "true";
            case "Int", "Float" -> "1";
            case "DateTime" -> "\"2025-01-20T10:00:00Z\"";
            case "UUID" -> "\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"";
            case "JSON" -> "{}";
            default -> "\"" + known.getOrDefault(name, "some-" + name) + "\"";
        };
    }

    /** Members of unions go under names of their own, because their types may differ. */
    private static String selection(GraphQLType type, int levels, String prefix) {
        GraphQLType plain = GraphQLTypeUtil.unwrapAll(type);
        if (plain instanceof GraphQLUnionType union) {
            return union.getTypes().stream()
                    .map(member -> "... on " + member.getName() + selection(member, levels, member.getName() + "_"))
                    .collect(Collectors.joining(" ", " { __typename ", " }"));
        }
        return plain instanceof GraphQLObjectType object ? fields(object, levels, prefix) : "";
    }

    private static String fields(GraphQLObjectType object, int levels, String prefix) {
        return object.getFieldDefinitions().stream()
                .filter(field -> field.getArguments().isEmpty())
                .filter(field -> levels > 1 || isLeaf(field))
                .map(field -> (prefix.isEmpty() ? "" : prefix + field.getName() + ": ")
                        + field.getName()
                        + selection(field.getType(), levels - 1, ""))
                .collect(Collectors.joining(" ", " { __typename ", " }"));
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        GraphQLType plain = GraphQLTypeUtil.unwrapAll(field.getType());
        return !(plain instanceof GraphQLObjectType || plain instanceof GraphQLUnionType);
    }
}
