package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to granted credits. Immutable.
 *
 * @param timestamp when it happened
 * @param eventType what happened
 * @param amount how many credits it concerns
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param currencyId the currency's id
 * @param creditGrantId the id of the grant that it happened to
 * @param featureId the feature whose use consumed them
 * @param eventId the id of what consumed them
 */
public record CreditLedgerEvent(
        Instant timestamp,
        CreditLedgerEventType eventType,
        double amount,
        String customerId,
        Optional<String> resourceId,
        @ApiName("creditCurrencyId") String currencyId,
        String creditGrantId,
        Optional<String> featureId,
        Optional<String> eventId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditLedgerEvent {
        requireNonNull(timestamp, "timestamp");
        requireNonNull(eventType, "eventType");
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(currencyId, "currencyId");
        requireNonNull(creditGrantId, "creditGrantId");
        requireNonNull(featureId, "featureId");
        requireNonNull(eventId, "eventId");
    }
}
