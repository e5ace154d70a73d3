package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.argument.Dimensions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in the application, from which Stigg works out usage by the meters of its features. Immutable.
 *
 * <p>Stigg takes two events for one if customer, resource, name, time and idempotency key are the same. {@link #of} makes a
 * random key; the time is the present one when the client accepts the event, unless it is given. From then on the client
 * sends the event with the same key and time however often it has to, so that it counts once. Whoever sends an event again
 * by hand, or tells the same thing from two processes, gives the time as well as the key: the same key at another time is
 * another event.
 *
 * <p>Stigg accepts events of customers that it does not know and of names that no meter asks for, and ignores them.
 *
 * @param eventName what happened, as the meter in Stigg calls it
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself; needed for products with several subscriptions a
 *     customer
 * @param dimensions more about it, for meters to filter by and add up: texts, numbers and booleans
 * @param timestamp when it happened, in whole milliseconds; empty for when the client accepts it
 * @param idempotencyKey what tells this event from others
 */
public record UsageEvent(
        String eventName,
        String customerId,
        Optional<String> resourceId,
        Map<String, Object> dimensions,
        Optional<Instant> timestamp,
        String idempotencyKey) {
    /** How large an event may be, in bytes of JSON. */
    public static final int LARGEST = 1_000_000;

    /**
     * Checks the members, copies the dimensions, and drops what the time has below milliseconds.
     *
     * @throws IllegalArgumentException if an id, the name or the key is blank, a dimension is neither text nor a finite
     *     number nor a boolean, or the event is larger than Stigg takes
     */
    public UsageEvent {
        Arguments.text(eventName, "eventName");
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        dimensions = Dimensions.copyOf(dimensions);
        timestamp = requireNonNull(timestamp, "timestamp").map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
        Arguments.text(idempotencyKey, "idempotencyKey");
        EventSize.requireAtMost(LARGEST, eventName, customerId, resourceId.orElse(""), idempotencyKey, dimensions);
    }

    /**
     * Makes an event of the customer itself.
     *
     * @param customerId the customer's id
     * @param eventName what happened
     * @return the event, with a random idempotency key
     * @throws IllegalArgumentException if the id or the name is blank
     */
    public static UsageEvent of(String customerId, String eventName) {
        return new UsageEvent(
                eventName,
                customerId,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    /**
     * Makes it an event of a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed event
     * @throws IllegalArgumentException if the id is blank
     */
    public UsageEvent forResource(String id) {
        return new UsageEvent(eventName, customerId, Optional.of(id), dimensions, timestamp, idempotencyKey);
    }

    /**
     * Sets when it happened.
     *
     * @param instant the instant
     * @return the changed event
     */
    public UsageEvent at(Instant instant) {
        return new UsageEvent(eventName, customerId, resourceId, dimensions, Optional.of(instant), idempotencyKey);
    }

    /**
     * Adds a dimension.
     *
     * @param name its name
     * @param dimension text, a number or a boolean
     * @return the changed event
     * @throws IllegalArgumentException if it is something else, or too large
     */
    public UsageEvent withDimension(String name, Object dimension) {
        return withDimensions(Dimensions.with(dimensions, name, dimension));
    }

    /**
     * Sets all dimensions.
     *
     * @param all names, and for each a text, a number or a boolean
     * @return the changed event
     * @throws IllegalArgumentException if one is something else, or they are too large
     */
    public UsageEvent withDimensions(Map<String, Object> all) {
        return new UsageEvent(eventName, customerId, resourceId, all, timestamp, idempotencyKey);
    }

    /**
     * Sets what tells this event from others.
     *
     * @param key the key
     * @return the changed event
     * @throws IllegalArgumentException if the key is blank
     */
    public UsageEvent withIdempotencyKey(String key) {
        return new UsageEvent(eventName, customerId, resourceId, dimensions, timestamp, key);
    }

    /**
     * Tells how much room the event takes on its way to Stigg.
     *
     * @return about how many bytes of JSON it is
     */
    public int sizeInBytes() {
        return EventSize.of(eventName, customerId, resourceId.orElse(""), idempotencyKey, dimensions);
    }
}
