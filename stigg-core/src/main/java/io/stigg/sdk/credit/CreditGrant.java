package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Invoice;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Credits that were granted to a customer. Immutable.
 *
 * @param grantId its id
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param currencyId the currency's id
 * @param displayName what the customer is told they are
 * @param comment a note
 * @param grantType why they were granted
 * @param status how they stand
 * @param amount how many credits
 * @param consumedAmount how many of them have been consumed
 * @param cost what the customer pays for them
 * @param priority which are consumed first: those of the lowest number
 * @param effectiveAt since when they count
 * @param expireAt up to when they count, empty for ever
 * @param voidedAt when they were taken back
 * @param createdAt when they were granted
 * @param updatedAt when they were last changed
 * @param paymentCollection how their payment stands
 * @param invoiceId the id of their invoice
 * @param latestInvoice their latest invoice
 * @param automaticRechargeConfigurationId the id of the automatic recharge that granted them
 * @param metadata what is attached to it: texts, numbers, booleans, lists and maps of them
 */
public record CreditGrant(
        String grantId,
        String customerId,
        Optional<String> resourceId,
        String currencyId,
        String displayName,
        Optional<String> comment,
        CreditGrantType grantType,
        CreditGrantStatus status,
        double amount,
        double consumedAmount,
        Money cost,
        double priority,
        Instant effectiveAt,
        Optional<Instant> expireAt,
        Optional<Instant> voidedAt,
        Instant createdAt,
        Instant updatedAt,
        PaymentCollection paymentCollection,
        Optional<String> invoiceId,
        Optional<Invoice> latestInvoice,
        Optional<String> automaticRechargeConfigurationId,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditGrant {
        requireNonNull(grantId, "grantId");
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(currencyId, "currencyId");
        requireNonNull(displayName, "displayName");
        requireNonNull(comment, "comment");
        requireNonNull(grantType, "grantType");
        requireNonNull(status, "status");
        requireNonNull(cost, "cost");
        requireNonNull(effectiveAt, "effectiveAt");
        requireNonNull(expireAt, "expireAt");
        requireNonNull(voidedAt, "voidedAt");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        requireNonNull(paymentCollection, "paymentCollection");
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(latestInvoice, "latestInvoice");
        requireNonNull(automaticRechargeConfigurationId, "automaticRechargeConfigurationId");
        metadata = Map.copyOf(metadata);
    }
}
