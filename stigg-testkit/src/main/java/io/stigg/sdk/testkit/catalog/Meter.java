package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Stigg works out the usage of a feature from events: which of them count, and what they come to in a period.
 * Immutable.
 *
 * <pre>{@code
 * Meter.unique("user_login", "user_id").where(EventCondition.equal("region", "eu"))
 * }</pre>
 *
 * <p>An event that does not have the field, or has no number where one is needed, does not count.
 *
 * @param eventName the name of the events
 * @param filters groups of conditions: of one group all have to hold, and of all groups one; empty for every event of the
 *     name
 * @param aggregation what the events of a period come to
 * @param field the dimension that is aggregated; empty if events are just counted
 */
public record Meter(
        String eventName, List<List<EventCondition>> filters, Aggregation aggregation, Optional<String> field) {
    /**
     * Checks the members and copies the conditions.
     *
     * @throws IllegalArgumentException if a group has no condition, or there is a field where none is needed or none
     *     where one is
     */
    public Meter {
        requireNonNull(eventName, "eventName");
        filters = filters.stream().map(List::copyOf).toList();
        if (filters.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("filters must not have a group without a condition");
        }
        requireNonNull(aggregation, "aggregation");
        requireNonNull(field, "field");
        if (field.isPresent() != aggregation.needsField()) {
            throw new IllegalArgumentException(aggregation
                    + (aggregation.needsField() ? " needs a field" : " takes no field, but has " + field.get()));
        }
    }

    /**
     * Counts events.
     *
     * @param eventName the name of the events
     * @return the meter
     */
    public static Meter counting(String eventName) {
        return new Meter(eventName, List.of(), Aggregation.COUNT, Optional.empty());
    }

    /**
     * Counts the different values of a field, such as users.
     *
     * @param eventName the name of the events
     * @param field the field
     * @return the meter
     */
    public static Meter unique(String eventName, String field) {
        return of(eventName, Aggregation.UNIQUE, field);
    }

    /**
     * Adds up a field, such as bytes.
     *
     * @param eventName the name of the events
     * @param field the field
     * @return the meter
     */
    public static Meter sum(String eventName, String field) {
        return of(eventName, Aggregation.SUM, field);
    }

    /**
     * Aggregates a field.
     *
     * @param eventName the name of the events
     * @param aggregation what the field's values come to
     * @param field the field
     * @return the meter
     * @throws IllegalArgumentException if the aggregation takes no field
     */
    public static Meter of(String eventName, Aggregation aggregation, String field) {
        return new Meter(eventName, List.of(), aggregation, Optional.of(field));
    }

    /**
     * Lets only events count for which these conditions hold, all of them, beside those of {@code where} before.
     *
     * @param conditions the conditions
     * @return the changed meter
     */
    public Meter where(EventCondition... conditions) {
        int last = filters.size() - 1;
        if (last < 0) {
            return orWhere(conditions);
        }
        List<EventCondition> group = new ArrayList<>(filters.get(last));
        group.addAll(List.of(conditions));
        List<List<EventCondition>> changed = new ArrayList<>(filters);
        changed.set(last, group);
        return new Meter(eventName, changed, aggregation, field);
    }

    /**
     * Lets events count as well for which these conditions hold, all of them, even if none of those do that were given
     * before.
     *
     * @param conditions the conditions
     * @return the changed meter
     */
    public Meter orWhere(EventCondition... conditions) {
        List<List<EventCondition>> changed = new ArrayList<>(filters);
        changed.add(List.of(conditions));
        return new Meter(eventName, changed, aggregation, field);
    }

    /**
     * Reads what counts of an event.
     *
     * @param name the event's name
     * @param dimensions its dimensions
     * @return what is aggregated: the field's value, a {@link Double} where a number is needed, and 1 for an event that is
     *     just counted; empty if the event does not count
     */
    public Optional<Object> reading(String name, Map<String, Object> dimensions) {
        return name.equals(eventName) && passes(dimensions)
                ? field.map(known -> Optional.ofNullable(dimensions.get(known)).flatMap(aggregation::reading))
                        .orElse(Optional.of(1.0))
                : Optional.empty();
    }

    private boolean passes(Map<String, Object> dimensions) {
        return filters.isEmpty()
                || filters.stream()
                        .anyMatch(group -> group.stream().allMatch(condition -> condition.holds(dimensions)));
    }

    /** What the events of a period come to. */
    public enum Aggregation {
        /** How many there are. */
        COUNT,
        /** How many different values the field has; numbers are the same if they are equal. */
        UNIQUE,
        /** What the field's values add up to, 0 if that is negative. */
        SUM,
        /** The field's greatest value. */
        MAX,
        /** The field's smallest value. */
        MIN,
        /** The field's mean value. */
        AVG;

        boolean needsField() {
            return this != COUNT;
        }

        Optional<Object> reading(Object value) {
            if (this == UNIQUE) {
                return Optional.of(EventCondition.comparable(value));
            }
            return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
        }
    }
}
