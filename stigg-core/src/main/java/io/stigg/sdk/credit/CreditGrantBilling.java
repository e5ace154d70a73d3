package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How granted credits are billed. Immutable.
 *
 * @param billingAddress where the invoice goes
 * @param invoiceDaysUntilDue how many days after the invoice it is due, 0 or more
 * @param isInvoicePaid whether the invoice is marked as paid at once, empty for Stigg's default
 */
public record CreditGrantBilling(
        Optional<BillingAddress> billingAddress, OptionalInt invoiceDaysUntilDue, Optional<Boolean> isInvoicePaid) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CreditGrantBilling {
        requireNonNull(billingAddress, "billingAddress");
        requireNonNull(invoiceDaysUntilDue, "invoiceDaysUntilDue")
                .ifPresent(days -> Arguments.amount(days, "invoiceDaysUntilDue"));
        requireNonNull(isInvoicePaid, "isInvoicePaid");
    }

    /**
     * An invoice that is due after some days.
     *
     * @param days how many days after the invoice, 0 or more
     * @return the billing
     * @throws IllegalArgumentException if there are fewer
     */
    public static CreditGrantBilling dueAfter(int days) {
        return new CreditGrantBilling(Optional.empty(), OptionalInt.of(days), Optional.empty());
    }

    /**
     * An invoice that is marked as paid at once.
     *
     * @return the billing
     */
    public static CreditGrantBilling paid() {
        return new CreditGrantBilling(Optional.empty(), OptionalInt.empty(), Optional.of(true));
    }

    /**
     * Sets where the invoice goes.
     *
     * @param address the address
     * @return the changed billing
     */
    public CreditGrantBilling to(BillingAddress address) {
        return new CreditGrantBilling(Optional.of(address), invoiceDaysUntilDue, isInvoicePaid);
    }
}
