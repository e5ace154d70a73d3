package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over a customer that exists elsewhere, or updates the one of that id. Immutable.
 *
 * @param customerId the customer's id
 * @param name the customer's name
 * @param email the customer's e-mail address
 * @param billingId the customer's id at the billing provider; needed for whoever pays there
 * @param paymentMethodId what the customer pays with, by its id in the billing system
 * @param salesforceId the customer's id in Salesforce
 * @param updatedAt when the customer was last changed where it comes from
 * @param metadata what to attach to the customer: text, numbers, booleans, lists and maps of them
 */
public record ImportCustomer(
        @ApiName(value = "refId", alias = "customerId") String customerId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        Optional<String> paymentMethodId,
        Optional<String> salesforceId,
        Optional<Instant> updatedAt,
        @ApiName("additionalMetaData") Map<String, Object> metadata)
        implements CustomerRequest<Customer> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ImportCustomer {
        Arguments.text(customerId, "customerId");
        Arguments.text(billingId, "billingId");
        Arguments.text(paymentMethodId, "paymentMethodId");
        Arguments.text(salesforceId, "salesforceId");
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(updatedAt, "updatedAt");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Begins a customer to import.
     *
     * @param customerId the customer's id
     * @return a builder
     */
    public static Builder builder(String customerId) {
        return new Builder(customerId);
    }

    /**
     * Returns a builder that has all that this customer to import has.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(customerId);
        builder.name = name;
        builder.email = email;
        builder.billingId = billingId;
        builder.paymentMethodId = paymentMethodId;
        builder.salesforceId = salesforceId;
        builder.updatedAt = updatedAt;
        builder.metadata = metadata;
        return builder;
    }

    /** Makes a customer to import step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private final String customerId;
        private Optional<String> name = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Optional<String> paymentMethodId = Optional.empty();
        private Optional<String> salesforceId = Optional.empty();
        private Optional<Instant> updatedAt = Optional.empty();
        private Map<String, Object> metadata = Map.of();

        private Builder(String customerId) {
            this.customerId = customerId;
        }

        /**
         * Sets the name.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Optional.of(name);
            return this;
        }

        /**
         * Sets the e-mail address.
         *
         * @param email the address
         * @return this builder
         */
        public Builder email(String email) {
            this.email = Optional.of(email);
            return this;
        }

        /**
         * Sets the id at the billing provider.
         *
         * @param billingId the id
         * @return this builder
         */
        public Builder billingId(String billingId) {
            this.billingId = Optional.of(billingId);
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
         * Sets the id in Salesforce.
         *
         * @param salesforceId the id
         * @return this builder
         */
        public Builder salesforceId(String salesforceId) {
            this.salesforceId = Optional.of(salesforceId);
            return this;
        }

        /**
         * Sets when the customer was last changed where it comes from.
         *
         * @param updatedAt the instant
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = Optional.of(updatedAt);
            return this;
        }

        /**
         * Sets what to attach to the customer.
         *
         * @param metadata text, numbers, booleans, lists and maps of them, by name
         * @return this builder
         */
        public Builder metadata(Map<String, ?> metadata) {
            this.metadata = new HashMap<>(metadata);
            return this;
        }

        /**
         * Makes the customer to import.
         *
         * @return the customer to import
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public ImportCustomer build() {
            return new ImportCustomer(
                    customerId, name, email, billingId, paymentMethodId, salesforceId, updatedAt, metadata);
        }
    }
}
