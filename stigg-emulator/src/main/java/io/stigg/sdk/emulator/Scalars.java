package io.stigg.sdk.emulator;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The schema's own scalars. */
final class Scalars {
    // Always three digits and a Z, as JavaScript writes instants.
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("DateTime", new TextCoercing(Scalars::instant, value -> MILLISECONDS.format((Instant) value))),
                scalar("UUID", new TextCoercing(UUID::fromString, Object::toString)),
                scalar("ConnectionCursor", new TextCoercing(text -> text, Object::toString)),
                scalar("JSON", new JsonCoercing()));
    }

    static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an instant in ISO 8601: " + text, e);
        }
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    /** A scalar that is a string on the wire. */
    private record TextCoercing(Function<String, Object> reader, Function<Object, String> writer)
            implements Coercing<Object, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return writer.apply(value);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof String text) {
                    return reader.apply(text);
                }
            } catch (IllegalArgumentException e) {
                throw new CoercingParseValueException(e.getMessage(), e);
            }
            throw new CoercingParseValueException("not a string: " + input);
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof StringValue text) {
                    return reader.apply(text.getValue());
                }
            } catch (IllegalArgumentException e) {
                throw new CoercingParseLiteralException(e.getMessage(), e);
            }
            throw new CoercingParseLiteralException("not a string: " + input);
        }
    }

    /** A scalar that is any JSON. */
    private static final class JsonCoercing implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public @Nullable Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return json(input, variables);
        }

        private static @Nullable Object json(Value<?> literal, CoercedVariables variables) {
            if (literal instanceof StringValue text) {
                return text.getValue();
            } else if (literal instanceof BooleanValue flag) {
                return flag.isValue();
            } else if (literal instanceof IntValue whole) {
                return whole.getValue().longValueExact();
            } else if (literal instanceof FloatValue number) {
                return number.getValue().doubleValue();
            } else if (literal instanceof EnumValue name) {
                return name.getName();
            } else if (literal instanceof VariableReference reference) {
                return variables.get(reference.getName());
            } else if (literal instanceof ArrayValue array) {
                return array.getValues().stream()
                        .map(value -> json(value, variables))
                        .toList();
            } else if (literal instanceof ObjectValue object) {
                return json(object, variables);
            }
            return null;
        }

        private static Map<String, @Nullable Object> json(ObjectValue object, CoercedVariables variables) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                members.put(field.getName(), json(field.getValue(), variables));
            }
            return members;
        }
    }
}
