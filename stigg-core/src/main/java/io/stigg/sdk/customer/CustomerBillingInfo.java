package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.TaxId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer is billed. Immutable.
 *
 * <p>Stigg hands it on to the connected billing system and does not keep it, so it cannot be read back, and whoever
 * changes a part of it has to pass all of it. Passing it has the customer made in the billing system, even one who
 * pays nothing.
 *
 * @param customerName the name on invoices
 * @param billingAddress where invoices go
 * @param shippingAddress where goods go
 * @param currency the currency of invoices, by ISO 4217, such as {@code USD}
 * @param language the language of invoices, such as {@code en}
 * @param timezone the time zone, such as {@code Europe/Berlin}
 * @param taxIds by which ids tax offices know the customer
 * @param paymentMethodId what the customer pays with, by its id in the billing system
 * @param invoiceCustomFields what else is printed on invoices, by the name of the field
 * @param metadata what to attach to the customer in the billing system
 * @param integrationId the integration with the billing system that this is for; needed where an environment has
 *     several
 */
public record CustomerBillingInfo(
        Optional<String> customerName,
        Optional<CustomerAddress> billingAddress,
        Optional<CustomerAddress> shippingAddress,
        Optional<String> currency,
        Optional<String> language,
        Optional<String> timezone,
        List<TaxId> taxIds,
        Optional<String> paymentMethodId,
        Map<String, Object> invoiceCustomFields,
        Map<String, Object> metadata,
        Optional<String> integrationId) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CustomerBillingInfo {
        Arguments.text(customerName, "customerName");
        Arguments.text(currency, "currency");
        Arguments.text(language, "language");
        Arguments.text(timezone, "timezone");
        Arguments.text(paymentMethodId, "paymentMethodId");
        Arguments.text(integrationId, "integrationId");
        requireNonNull(billingAddress, "billingAddress");
        requireNonNull(shippingAddress, "shippingAddress");
        taxIds = List.copyOf(taxIds);
        invoiceCustomFields = Map.copyOf(invoiceCustomFields);
        metadata = Map.copyOf(metadata);
    }

    /**
     * Begins a description.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder that has all that this description has.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.customerName = customerName;
        builder.billingAddress = billingAddress;
        builder.shippingAddress = shippingAddress;
        builder.currency = currency;
        builder.language = language;
        builder.timezone = timezone;
        builder.taxIds = taxIds;
        builder.paymentMethodId = paymentMethodId;
        builder.invoiceCustomFields = invoiceCustomFields;
        builder.metadata = metadata;
        builder.integrationId = integrationId;
        return builder;
    }

    /** Makes a description step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private Optional<String> customerName = Optional.empty();
        private Optional<CustomerAddress> billingAddress = Optional.empty();
        private Optional<CustomerAddress> shippingAddress = Optional.empty();
        private Optional<String> currency = Optional.empty();
        private Optional<String> language = Optional.empty();
        private Optional<String> timezone = Optional.empty();
        private List<TaxId> taxIds = List.of();
        private Optional<String> paymentMethodId = Optional.empty();
        private Map<String, Object> invoiceCustomFields = Map.of();
        private Map<String, Object> metadata = Map.of();
        private Optional<String> integrationId = Optional.empty();

        private Builder() {}

        /**
         * Sets the name on invoices.
         *
         * @param customerName the name
         * @return this builder
         */
        public Builder customerName(String customerName) {
            this.customerName = Optional.of(customerName);
            return this;
        }

        /**
         * Sets where invoices go.
         *
         * @param billingAddress the address
         * @return this builder
         */
        public Builder billingAddress(CustomerAddress billingAddress) {
            this.billingAddress = Optional.of(billingAddress);
            return this;
        }

        /**
         * Sets where goods go.
         *
         * @param shippingAddress the address
         * @return this builder
         */
        public Builder shippingAddress(CustomerAddress shippingAddress) {
            this.shippingAddress = Optional.of(shippingAddress);
            return this;
        }

        /**
         * Sets the currency of invoices.
         *
         * @param currency its code by ISO 4217
         * @return this builder
         */
        public Builder currency(String currency) {
            this.currency = Optional.of(currency);
            return this;
        }

        /**
         * Sets the language of invoices.
         *
         * @param language its code, such as {@code en}
         * @return this builder
         */
        public Builder language(String language) {
            this.language = Optional.of(language);
            return this;
        }

        /**
         * Sets the time zone.
         *
         * @param timezone its name, such as {@code Europe/Berlin}
         * @return this builder
         */
        public Builder timezone(String timezone) {
            this.timezone = Optional.of(timezone);
            return this;
        }

        /**
         * Sets by which ids tax offices know the customer.
         *
         * @param taxIds the ids
         * @return this builder
         */
        public Builder taxIds(List<TaxId> taxIds) {
            this.taxIds = List.copyOf(taxIds);
            return this;
        }

        /**
         * Sets what the customer pays with.
         *
         * @param paymentMethodId its id in the billing system
         * @return this builder
         */
        public Builder paymentMethodId(String paymentMethodId) {
            this.paymentMethodId = Optional.of(paymentMethodId);
            return this;
        }

        /**
         * Sets what else is printed on invoices.
         *
         * @param invoiceCustomFields values by the name of the field
         * @return this builder
         */
        public Builder invoiceCustomFields(Map<String, ?> invoiceCustomFields) {
            this.invoiceCustomFields = new HashMap<>(invoiceCustomFields);
            return this;
        }

        /**
         * Sets what to attach to the customer in the billing system.
         *
         * @param metadata values by name
         * @return this builder
         */
        public Builder metadata(Map<String, ?> metadata) {
            this.metadata = new HashMap<>(metadata);
            return this;
        }

        /**
         * Names the integration with the billing system that this is for.
         *
         * @param integrationId the integration's id
         * @return this builder
         */
        public Builder integrationId(String integrationId) {
            this.integrationId = Optional.of(integrationId);
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the description
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public CustomerBillingInfo build() {
            return new CustomerBillingInfo(
                    customerName,
                    billingAddress,
                    shippingAddress,
                    currency,
                    language,
                    timezone,
                    taxIds,
                    paymentMethodId,
                    invoiceCustomFields,
                    metadata,
                    integrationId);
        }
    }
}
