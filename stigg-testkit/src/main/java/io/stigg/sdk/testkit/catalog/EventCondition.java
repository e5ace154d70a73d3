package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * What has to be so about one dimension of an event. Immutable.
 *
 * <p>Texts, numbers and booleans are never equal to one another, numbers are equal if their values are. Only numbers are
 * greater or less. Of a dimension that is not there nothing holds but {@link Operator#IS_NULL} and
 * {@link Operator#NOT_EQUALS}.
 *
 * @param field the dimension's name
 * @param operator how it is compared
 * @param operands what it is compared with: nothing to ask whether it is there, otherwise one thing, or several for
 *     {@link Operator#IN}
 */
public record EventCondition(String field, Operator operator, List<Object> operands) {
    /**
     * Checks the members and copies the operands.
     *
     * @throws IllegalArgumentException if the operator takes fewer or more operands
     */
    public EventCondition {
        requireNonNull(field, "field");
        requireNonNull(operator, "operator");
        operands = List.copyOf(operands);
        if (!operator.takes(operands.size())) {
            throw new IllegalArgumentException(operator + " does not go with " + operands.size() + " operands");
        }
    }

    /**
     * Wants a dimension to be equal to a value.
     *
     * @param field the dimension
     * @param value text, a number or a boolean
     * @return the condition
     */
    public static EventCondition equal(String field, Object value) {
        return of(field, Operator.EQUALS, value);
    }

    /**
     * Wants a dimension to be one of several values.
     *
     * @param field the dimension
     * @param values texts, numbers or booleans
     * @return the condition
     */
    public static EventCondition in(String field, Object... values) {
        return of(field, Operator.IN, values);
    }

    /**
     * Compares a dimension.
     *
     * @param field the dimension
     * @param operator how
     * @param operands with what: nothing for operators that ask whether it is there
     * @return the condition
     * @throws IllegalArgumentException if the operator takes fewer or more operands
     */
    public static EventCondition of(String field, Operator operator, Object... operands) {
        return new EventCondition(field, operator, Arrays.asList(operands));
    }

    /**
     * Tells whether it holds for an event.
     *
     * @param dimensions the event's dimensions
     * @return whether it does
     */
    public boolean holds(Map<String, Object> dimensions) {
        return operator.holds(Optional.ofNullable(dimensions.get(field)), operands);
    }

    /** Brings numbers of all kinds to one. */
    static Object comparable(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    /** How a dimension is compared. */
    public enum Operator {
        /** It is equal. */
        EQUALS,
        /** It is not equal, or not there. */
        NOT_EQUALS,
        /** It is a number that is greater. */
        GREATER_THAN,
        /** It is a number that is greater or equal. */
        GREATER_THAN_OR_EQUAL,
        /** It is a number that is less. */
        LESS_THAN,
        /** It is a number that is less or equal. */
        LESS_THAN_OR_EQUAL,
        /** It is not there. */
        IS_NULL,
        /** It is there. */
        IS_NOT_NULL,
        /** It is a text that has another in it. */
        CONTAINS,
        /** It is a text that starts with another. */
        STARTS_WITH,
        /** It is a text that ends with another. */
        ENDS_WITH,
        /** It is equal to one of several. */
        IN;

        private boolean takes(int operands) {
            return switch (this) {
                case IS_NULL, IS_NOT_NULL -> operands == 0;
                case IN -> operands > 0;
                default -> operands == 1;
            };
        }

        private boolean holds(Optional<Object> value, List<Object> operands) {
            if (value.isEmpty()) {
                return this == IS_NULL || this == NOT_EQUALS;
            }
            return operands.isEmpty()
                    ? this == IS_NOT_NULL
                    : operands.stream().anyMatch(operand -> holds(value.get(), operand));
        }

        private boolean holds(Object value, Object operand) {
            return switch (this) {
                case EQUALS, IN -> comparable(value).equals(comparable(operand));
                case NOT_EQUALS -> !comparable(value).equals(comparable(operand));
                case GREATER_THAN -> compare(value, operand, sign -> sign > 0);
                case GREATER_THAN_OR_EQUAL -> compare(value, operand, sign -> sign >= 0);
                case LESS_THAN -> compare(value, operand, sign -> sign < 0);
                case LESS_THAN_OR_EQUAL -> compare(value, operand, sign -> sign <= 0);
                case CONTAINS -> texts(value, operand, String::contains);
                case STARTS_WITH -> texts(value, operand, String::startsWith);
                case ENDS_WITH -> texts(value, operand, String::endsWith);
                case IS_NULL, IS_NOT_NULL -> false;
            };
        }

        private static boolean compare(Object value, Object operand, IntPredicate sign) {
            return comparable(value) instanceof BigDecimal one
                    && comparable(operand) instanceof BigDecimal other
                    && sign.test(one.compareTo(other));
        }

        private static boolean texts(Object value, Object operand, BiPredicate<String, String> comparison) {
            return value instanceof String one && operand instanceof String other && comparison.test(one, other);
        }
    }
}
