package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.CustomCurrency;
import java.time.Instant;
import java.util.Optional;

/**
 * How many credits of one currency a customer, or a resource of it, has left. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param currency the currency
 * @param currentBalance what is left
 * @param totalConsumed what was used of the grants that count
 * @param totalGranted what was granted
 * @param validUntil when the balance changes by itself, because a grant begins or ends
 */
public record CreditBalance(
        String customerId,
        Optional<String> resourceId,
        CustomCurrency currency,
        double currentBalance,
        double totalConsumed,
        double totalGranted,
        Optional<Instant> validUntil) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditBalance {
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(currency, "currency");
        requireNonNull(validUntil, "validUntil");
    }
}
