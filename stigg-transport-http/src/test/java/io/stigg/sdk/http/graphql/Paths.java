package io.stigg.sdk.http.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.stigg.sdk.Change;
import io.stigg.sdk.Page;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.wire.RecordShape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which values a model holds, a document selects, and an input takes, each as a path with dots. */
final class Paths {
    private static final List<String> RESET_PERIOD = List.of(
            "resetPeriod",
            "yearlyResetPeriodConfiguration.accordingTo",
            "monthlyResetPeriodConfiguration.accordingTo",
            "weeklyResetPeriodConfiguration.accordingTo");

    private static final Set<String> RECURSIVE = Set.of("and", "or");

    private Paths() {}

    /** The paths of a model. */
    static Stream<String> held(Type type) {
        return held(type, "", Direction.ANSWER);
    }

    /** The paths of a request. */
    static Stream<String> sent(Type type) {
        return held(type, "", Direction.INPUT);
    }

    /** One of several types is told by its name in answers, and by the only member of an object in inputs. */
    private enum Direction {
        ANSWER,
        INPUT
    }

    private static Stream<String> held(Type type, String path, Direction direction) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Page.class) {
                return Stream.concat(
                        held(generic.getActualTypeArguments()[0], path + ".edges.node", direction),
                        Stream.of("startCursor", "endCursor", "hasNextPage", "hasPreviousPage")
                                .map(name -> path + ".pageInfo." + name));
            }
            return raw == Map.class ? Stream.of(path) : held(generic.getActualTypeArguments()[0], path, direction);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed() && plain.isInterface()) {
            return direction == Direction.INPUT
                    ? alternatives(plain).flatMap(one -> held(one, path + "." + RecordShape.nameOf(one), direction))
                    : Stream.concat(
                            Stream.of(path + ".__typename"),
                            alternatives(plain)
                                    .flatMap(one -> held(one, path + "<" + RecordShape.nameOf(one) + ">", direction)));
        }
        return plain.isRecord() ? heldByRecord(plain, path, direction) : Stream.of(path);
    }

    private static Stream<Class<?>> alternatives(Class<?> union) {
        return Arrays.stream(union.getPermittedSubclasses());
    }

    private static Stream<String> heldByRecord(Class<?> type, String path, Direction direction) {
        return RecordShape.of(type).members().stream().flatMap(member -> {
            if (isResetPeriod(member.type())) {
                return RESET_PERIOD.stream().map(name -> path + "." + name);
            }
            String below = member.path().isEmpty() ? path : path + "." + member.path();
            Stream<String> own = member.isListOfEntries()
                    ? Stream.of(below + "." + member.key(), below + "." + member.each())
                    : held(member.type(), below, direction);
            return member.alias().isEmpty() ? own : Stream.concat(own, Stream.of(path + "." + member.alias()));
        });
    }

    private static boolean isResetPeriod(Type type) {
        return type instanceof ParameterizedType generic
                && (generic.getRawType() == Optional.class || generic.getRawType() == Change.class)
                && generic.getActualTypeArguments()[0] == ResetPeriod.class;
    }

    /** The paths below the one root of an operation. */
    static Stream<String> selected(Document document) {
        Field root = (Field) document.getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet()
                .getSelections()
                .get(0);
        return root.getSelectionSet() == null ? Stream.of("") : selected(document, root.getSelectionSet(), "");
    }

    private static Stream<String> selected(Document document, SelectionSet set, String path) {
        return set.getSelections().stream().flatMap(selection -> selected(document, selection, path));
    }

    private static Stream<String> selected(Document document, Selection<?> selection, String path) {
        if (selection instanceof Field field) {
            String name = Objects.requireNonNullElse(field.getAlias(), field.getName());
            return field.getSelectionSet() == null
                    ? Stream.of(path + "." + name)
                    : selected(document, field.getSelectionSet(), path + "." + name);
        } else if (selection instanceof InlineFragment inline) {
            String member = inline.getTypeCondition().getName();
            return selected(document, inline.getSelectionSet(), path + "<" + member + ">");
        }
        String spread = ((FragmentSpread) selection).getName();
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(fragment -> fragment.getName().equals(spread))
                .flatMap(fragment -> selected(document, fragment.getSelectionSet(), path));
    }

    /** The paths of an input of the schema. */
    static Stream<String> taken(GraphQLType type, String path) {
        GraphQLType plain = GraphQLTypeUtil.unwrapAll(type);
        return plain instanceof GraphQLInputObjectType object
                ? object.getFields().stream()
                        .filter(field -> !RECURSIVE.contains(field.getName()))
                        .flatMap(field -> taken(field.getType(), path + "." + field.getName()))
                : Stream.of(path);
    }
}
