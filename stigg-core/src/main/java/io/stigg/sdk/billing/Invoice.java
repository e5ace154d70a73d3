package io.stigg.sdk.billing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An invoice in the connected billing system. Immutable.
 *
 * @param billingId its id in the billing system
 * @param status how it stands
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param dueDate until when it is to be paid
 * @param errorMessage what went wrong with the payment
 * @param requiresAction whether the customer has to do something before it can be paid
 * @param paymentSecret what a payment form needs to collect the payment
 * @param paymentUrl where the customer pays
 * @param pdfUrl where the document is
 * @param billingReason why it was made
 * @param currency the currency of its amounts, by ISO 4217
 * @param subTotal before discounts, in whole units of {@link #currency()}
 * @param subTotalExcludingTax before discounts and taxes, in whole units of {@link #currency()}
 * @param total after discounts and taxes, in whole units of {@link #currency()}
 * @param totalExcludingTax after discounts and before taxes, in whole units of {@link #currency()}
 * @param tax the taxes, in whole units of {@link #currency()}
 * @param amountDue what is to be paid, in whole units of {@link #currency()}
 * @param attemptCount how often the payment was tried
 */
public record Invoice(
        String billingId,
        InvoiceStatus status,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> dueDate,
        Optional<String> errorMessage,
        boolean requiresAction,
        Optional<PaymentSecret> paymentSecret,
        Optional<String> paymentUrl,
        Optional<String> pdfUrl,
        Optional<BillingReason> billingReason,
        Optional<String> currency,
        Optional<BigDecimal> subTotal,
        Optional<BigDecimal> subTotalExcludingTax,
        Optional<BigDecimal> total,
        Optional<BigDecimal> totalExcludingTax,
        Optional<BigDecimal> tax,
        Optional<BigDecimal> amountDue,
        OptionalInt attemptCount) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Invoice {
        requireNonNull(billingId, "billingId");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        requireNonNull(dueDate, "dueDate");
        requireNonNull(errorMessage, "errorMessage");
        requireNonNull(paymentSecret, "paymentSecret");
        requireNonNull(paymentUrl, "paymentUrl");
        requireNonNull(pdfUrl, "pdfUrl");
        requireNonNull(billingReason, "billingReason");
        requireNonNull(currency, "currency");
        requireNonNull(subTotal, "subTotal");
        requireNonNull(subTotalExcludingTax, "subTotalExcludingTax");
        requireNonNull(total, "total");
        requireNonNull(totalExcludingTax, "totalExcludingTax");
        requireNonNull(tax, "tax");
        requireNonNull(amountDue, "amountDue");
        requireNonNull(attemptCount, "attemptCount");
    }

    /** Without the payment's secret and its addresses. */
    @Override
    public String toString() {
        return "Invoice[" + billingId + ", " + status + "]";
    }
}
