package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.argument.Dimensions;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reports usage of a metered feature that the application has counted itself. Immutable.
 *
 * <p>A report carries an idempotency key from the start, so that sending the same report again, by hand or by a retry,
 * counts it once. {@link #of} makes a random key; give your own where the same fact may be reported by two processes.
 *
 * <p>Units: the value counts the feature's own units, before any unit transformation.
 *
 * @param scope whose usage
 * @param featureId the feature's id
 * @param value how much; negative with {@link UpdateBehavior#DELTA} gives usage back
 * @param updateBehavior whether the value is added or replaces
 * @param createdAt when it happened, empty for now
 * @param dimensions more about it: text, numbers and booleans
 * @param idempotencyKey what tells this report from others
 */
public record ReportUsage(
        @ApiName("") CustomerScope scope,
        String featureId,
        double value,
        UpdateBehavior updateBehavior,
        Optional<Instant> createdAt,
        Map<String, Object> dimensions,
        String idempotencyKey)
        implements UsageRequest<UsageAck> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id or the key is blank, the value is not finite, or a dimension is neither
     *     text nor a number nor a boolean
     */
    public ReportUsage {
        requireNonNull(scope, "scope");
        Arguments.text(featureId, "featureId");
        requireNonNull(updateBehavior, "updateBehavior");
        requireNonNull(createdAt, "createdAt");
        Arguments.text(idempotencyKey, "idempotencyKey");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, not " + value);
        }
        dimensions = Dimensions.copyOf(dimensions);
    }

    /**
     * Reports usage at the level of the customer, added to what is counted already.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param value how much, negative to give usage back
     * @return the report, with a random idempotency key
     * @throws IllegalArgumentException if an id is blank or the value is not finite
     */
    public static ReportUsage of(String customerId, String featureId, double value) {
        return new ReportUsage(
                CustomerScope.of(customerId),
                featureId,
                value,
                UpdateBehavior.DELTA,
                Optional.empty(),
                Map.of(),
                UUID.randomUUID().toString());
    }

    /**
     * Reports for a resource of the customer; needed for products with several subscriptions a customer.
     *
     * @param resourceId the resource's id
     * @return the changed report
     * @throws IllegalArgumentException if the id is blank
     */
    public ReportUsage forResource(String resourceId) {
        return new ReportUsage(
                scope.resource(resourceId), featureId, value, updateBehavior, createdAt, dimensions, idempotencyKey);
    }

    /**
     * Makes the value replace the usage of the period instead of being added.
     *
     * @return the changed report
     */
    public ReportUsage replacing() {
        return new ReportUsage(scope, featureId, value, UpdateBehavior.SET, createdAt, dimensions, idempotencyKey);
    }

    /**
     * Sets when the usage happened.
     *
     * @param instant the instant
     * @return the changed report
     */
    public ReportUsage at(Instant instant) {
        return new ReportUsage(
                scope, featureId, value, updateBehavior, Optional.of(instant), dimensions, idempotencyKey);
    }

    /**
     * Adds a dimension.
     *
     * @param name its name
     * @param dimension text, a number or a boolean
     * @return the changed report
     * @throws IllegalArgumentException if it is something else
     */
    public ReportUsage withDimension(String name, Object dimension) {
        return new ReportUsage(
                scope,
                featureId,
                value,
                updateBehavior,
                createdAt,
                Dimensions.with(dimensions, name, dimension),
                idempotencyKey);
    }

    /**
     * Sets what tells this report from others.
     *
     * @param key the key
     * @return the changed report
     * @throws IllegalArgumentException if the key is blank
     */
    public ReportUsage withIdempotencyKey(String key) {
        return new ReportUsage(scope, featureId, value, updateBehavior, createdAt, dimensions, key);
    }
}
