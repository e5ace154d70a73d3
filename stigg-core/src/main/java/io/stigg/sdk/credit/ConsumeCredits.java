package io.stigg.sdk.credit;

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
 * Consumes credits of a customer, without a feature whose use costs them. Immutable.
 *
 * <p>A consumption has an idempotency key from the start, so that sending the same one again, by hand or by a retry, counts
 * it once. {@link #of} makes a random key; give your own where two processes may consume for the same reason.
 *
 * @param scope whose credits
 * @param currencyId the currency's id
 * @param amount how many credits, more than 0. More than there are is not refused: the balance becomes negative
 * @param createdAt when they were consumed, empty for now
 * @param dimensions more about it: texts, numbers and booleans
 * @param idempotencyKey what tells this consumption from others
 */
public record ConsumeCredits(
        @ApiName("") CustomerScope scope,
        String currencyId,
        double amount,
        Optional<Instant> createdAt,
        Map<String, Object> dimensions,
        String idempotencyKey)
        implements CreditRequest<CreditConsumption> {
    /**
     * Checks the members and copies the dimensions.
     *
     * @throws IllegalArgumentException if an id or the key is blank, the amount is not more than 0, or a dimension is
     *     neither text nor a finite number nor a boolean
     */
    public ConsumeCredits {
        requireNonNull(scope, "scope");
        Arguments.text(currencyId, "currencyId");
        Arguments.amount(amount, "amount");
        if (amount == 0) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
        requireNonNull(createdAt, "createdAt");
        dimensions = Dimensions.copyOf(dimensions);
        Arguments.text(idempotencyKey, "idempotencyKey");
    }

    /**
     * Consumes credits of the customer itself.
     *
     * @param customerId the customer's id
     * @param currencyId the currency's id
     * @param amount how many credits
     * @return the consumption, with a random idempotency key
     * @throws IllegalArgumentException if an id is blank or the amount is not more than 0
     */
    public static ConsumeCredits of(String customerId, String currencyId, double amount) {
        return new ConsumeCredits(
                CustomerScope.of(customerId),
                currencyId,
                amount,
                Optional.empty(),
                Map.of(),
                UUID.randomUUID().toString());
    }

    /**
     * Consumes credits of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed consumption
     * @throws IllegalArgumentException if the id is blank
     */
    public ConsumeCredits forResource(String resourceId) {
        return new ConsumeCredits(
                scope.resource(resourceId), currencyId, amount, createdAt, dimensions, idempotencyKey);
    }

    /**
     * Sets when they were consumed.
     *
     * @param instant the instant
     * @return the changed consumption
     */
    public ConsumeCredits at(Instant instant) {
        return new ConsumeCredits(scope, currencyId, amount, Optional.of(instant), dimensions, idempotencyKey);
    }

    /**
     * Adds a dimension.
     *
     * @param name its name
     * @param dimension text, a number or a boolean
     * @return the changed consumption
     * @throws IllegalArgumentException if it is something else
     */
    public ConsumeCredits withDimension(String name, Object dimension) {
        return new ConsumeCredits(
                scope, currencyId, amount, createdAt, Dimensions.with(dimensions, name, dimension), idempotencyKey);
    }

    /**
     * Sets what tells this consumption from others.
     *
     * @param key the key
     * @return the changed consumption
     * @throws IllegalArgumentException if the key is blank
     */
    public ConsumeCredits withIdempotencyKey(String key) {
        return new ConsumeCredits(scope, currencyId, amount, createdAt, dimensions, key);
    }
}
