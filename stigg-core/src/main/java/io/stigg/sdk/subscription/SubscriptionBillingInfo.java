package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingAddress;
import io.stigg.sdk.billing.TaxId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the connected billing system is told of a subscription. Stigg passes it on and does not keep it. Immutable.
 *
 * @param billingAddress where invoices go
 * @param chargeOnBehalfOfAccount the account of the billing system on whose behalf is charged
 * @param couponId a coupon of the billing system, by its id there
 * @param integrationId the billing system, where several are connected
 * @param invoiceDaysUntilDue how many days an invoice may stay unpaid
 * @param isBackdated whether the subscription began before it is made
 * @param isInvoicePaid whether the first invoice was paid elsewhere
 * @param metadata what to attach to the subscription in the billing system
 * @param prorationBehavior what is charged for the rest of a period
 * @param taxIds the ids by which tax offices know the customer
 * @param taxPercentage the tax in percent
 * @param taxRateIds the tax rates of the billing system that apply, by their ids there
 */
public record SubscriptionBillingInfo(
        Optional<BillingAddress> billingAddress,
        Optional<String> chargeOnBehalfOfAccount,
        Optional<String> couponId,
        Optional<String> integrationId,
        OptionalDouble invoiceDaysUntilDue,
        Optional<Boolean> isBackdated,
        Optional<Boolean> isInvoicePaid,
        Map<String, Object> metadata,
        Optional<ProrationBehavior> prorationBehavior,
        List<TaxId> taxIds,
        OptionalDouble taxPercentage,
        List<String> taxRateIds) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionBillingInfo {
        requireNonNull(billingAddress, "billingAddress");
        Arguments.text(chargeOnBehalfOfAccount, "chargeOnBehalfOfAccount");
        Arguments.text(couponId, "couponId");
        Arguments.text(integrationId, "integrationId");
        Arguments.amount(invoiceDaysUntilDue, "invoiceDaysUntilDue");
        requireNonNull(isBackdated, "isBackdated");
        requireNonNull(isInvoicePaid, "isInvoicePaid");
        metadata = Map.copyOf(metadata);
        Arguments.known(prorationBehavior, "prorationBehavior");
        taxIds = List.copyOf(taxIds);
        Arguments.amount(taxPercentage, "taxPercentage");
        taxRateIds = List.copyOf(taxRateIds);
    }

    /**
     * Begins one.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members of a {@link SubscriptionBillingInfo}. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private Optional<BillingAddress> billingAddress = Optional.empty();
        private Optional<String> chargeOnBehalfOfAccount = Optional.empty();
        private Optional<String> couponId = Optional.empty();
        private Optional<String> integrationId = Optional.empty();
        private OptionalDouble invoiceDaysUntilDue = OptionalDouble.empty();
        private Optional<Boolean> isBackdated = Optional.empty();
        private Optional<Boolean> isInvoicePaid = Optional.empty();
        private Map<String, Object> metadata = Map.of();
        private Optional<ProrationBehavior> prorationBehavior = Optional.empty();
        private List<TaxId> taxIds = List.of();
        private OptionalDouble taxPercentage = OptionalDouble.empty();
        private List<String> taxRateIds = List.of();

        private Builder() {}

        /**
         * Sets where invoices go.
         *
         * @param value the address
         * @return this builder
         */
        public Builder billingAddress(BillingAddress value) {
            billingAddress = Optional.of(value);
            return this;
        }

        /**
         * Charges on behalf of another account of the billing system.
         *
         * @param value that account's id
         * @return this builder
         */
        public Builder chargeOnBehalfOfAccount(String value) {
            chargeOnBehalfOfAccount = Optional.of(value);
            return this;
        }

        /**
         * Applies a coupon of the billing system.
         *
         * @param value the coupon's id there
         * @return this builder
         */
        public Builder couponId(String value) {
            couponId = Optional.of(value);
            return this;
        }

        /**
         * Chooses the billing system, where several are connected.
         *
         * @param value the integration's id
         * @return this builder
         */
        public Builder integrationId(String value) {
            integrationId = Optional.of(value);
            return this;
        }

        /**
         * Sets how long an invoice may stay unpaid.
         *
         * @param value how many days
         * @return this builder
         */
        public Builder invoiceDaysUntilDue(double value) {
            invoiceDaysUntilDue = OptionalDouble.of(value);
            return this;
        }

        /**
         * Tells whether the subscription began before it is made.
         *
         * @param value whether it did
         * @return this builder
         */
        public Builder isBackdated(boolean value) {
            isBackdated = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the first invoice was paid elsewhere.
         *
         * @param value whether it was
         * @return this builder
         */
        public Builder isInvoicePaid(boolean value) {
            isInvoicePaid = Optional.of(value);
            return this;
        }

        /**
         * Sets what to attach to the subscription in the billing system.
         *
         * @param value texts, numbers, booleans, lists and maps of them by name
         * @return this builder
         */
        public Builder metadata(Map<String, Object> value) {
            metadata = Map.copyOf(value);
            return this;
        }

        /**
         * Sets what is charged for the rest of a period.
         *
         * @param value what is charged
         * @return this builder
         */
        public Builder prorationBehavior(ProrationBehavior value) {
            prorationBehavior = Optional.of(value);
            return this;
        }

        /**
         * Sets the ids by which tax offices know the customer.
         *
         * @param value the ids
         * @return this builder
         */
        public Builder taxIds(List<TaxId> value) {
            taxIds = List.copyOf(value);
            return this;
        }

        /**
         * Sets the tax.
         *
         * @param value the tax in percent
         * @return this builder
         */
        public Builder taxPercentage(double value) {
            taxPercentage = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets the tax rates of the billing system that apply.
         *
         * @param value their ids there
         * @return this builder
         */
        public Builder taxRateIds(List<String> value) {
            taxRateIds = List.copyOf(value);
            return this;
        }

        /**
         * Makes it.
         *
         * @return what was collected
         * @throws IllegalArgumentException if it cannot be meant
         */
        public SubscriptionBillingInfo build() {
            return new SubscriptionBillingInfo(
                    billingAddress,
                    chargeOnBehalfOfAccount,
                    couponId,
                    integrationId,
                    invoiceDaysUntilDue,
                    isBackdated,
                    isInvoicePaid,
                    metadata,
                    prorationBehavior,
                    taxIds,
                    taxPercentage,
                    taxRateIds);
        }
    }
}
