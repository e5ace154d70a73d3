package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Change;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a customer. What is absent stays as it is. Immutable.
 *
 * @param customerId the customer's id
 * @param name the customer's name
 * @param email the customer's e-mail address
 * @param billingId the customer's id at the billing provider
 * @param couponId the coupon for everything the customer buys
 * @param billingInformation how the customer is billed: all of it, because Stigg keeps none
 * @param metadata what to attach to the customer: text, numbers, booleans, lists and maps of them
 * @param awsMarketplaceCustomerId the customer's id in the AWS marketplace
 * @param crmId the customer's id in the CRM
 * @param salesforceId the customer's id in Salesforce
 * @param shouldWaitSync whether to answer only after the connected systems have been updated
 */
public record UpdateCustomer(
        @ApiName(value = "refId", alias = "customerId") String customerId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        @ApiName("couponRefId") Change<String> couponId,
        Optional<CustomerBillingInfo> billingInformation,
        @ApiName("additionalMetaData") Map<String, Object> metadata,
        Optional<String> awsMarketplaceCustomerId,
        Optional<String> crmId,
        Optional<String> salesforceId,
        Optional<Boolean> shouldWaitSync)
        implements CustomerRequest<Customer> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public UpdateCustomer {
        Arguments.text(customerId, "customerId");
        Arguments.text(billingId, "billingId");
        Arguments.text(awsMarketplaceCustomerId, "awsMarketplaceCustomerId");
        Arguments.text(crmId, "crmId");
        Arguments.text(salesforceId, "salesforceId");
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(couponId, "couponId");
        if (couponId instanceof Change.To<String> coupon) {
            Arguments.text(coupon.value(), "couponId");
        }
        requireNonNull(billingInformation, "billingInformation");
        metadata = Map.copyOf(metadata);
        requireNonNull(shouldWaitSync, "shouldWaitSync");
    }

    /**
     * Begins a change.
     *
     * @param customerId the customer's id
     * @return a builder
     */
    public static Builder builder(String customerId) {
        return new Builder(customerId);
    }

    /**
     * Returns a builder that has all that this change has.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(customerId);
        builder.name = name;
        builder.email = email;
        builder.billingId = billingId;
        builder.couponId = couponId;
        builder.billingInformation = billingInformation;
        builder.metadata = metadata;
        builder.awsMarketplaceCustomerId = awsMarketplaceCustomerId;
        builder.crmId = crmId;
        builder.salesforceId = salesforceId;
        builder.shouldWaitSync = shouldWaitSync;
        return builder;
    }

    /** Makes a change step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private final String customerId;
        private Optional<String> name = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Change<String> couponId = Change.keep();
        private Optional<CustomerBillingInfo> billingInformation = Optional.empty();
        private Map<String, Object> metadata = Map.of();
        private Optional<String> awsMarketplaceCustomerId = Optional.empty();
        private Optional<String> crmId = Optional.empty();
        private Optional<String> salesforceId = Optional.empty();
        private Optional<Boolean> shouldWaitSync = Optional.empty();

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
         * Sets the coupon for everything the customer buys.
         *
         * @param couponId the coupon's id
         * @return this builder
         */
        public Builder couponId(String couponId) {
            this.couponId = Change.to(couponId);
            return this;
        }

        /**
         * Takes the customer's coupon away.
         *
         * @return this builder
         */
        public Builder clearCouponId() {
            this.couponId = Change.clear();
            return this;
        }

        /**
         * Sets how the customer is billed.
         *
         * @param billingInformation all of it: Stigg keeps none
         * @return this builder
         */
        public Builder billingInformation(CustomerBillingInfo billingInformation) {
            this.billingInformation = Optional.of(billingInformation);
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
         * Sets the id in the AWS marketplace.
         *
         * @param awsMarketplaceCustomerId the id
         * @return this builder
         */
        public Builder awsMarketplaceCustomerId(String awsMarketplaceCustomerId) {
            this.awsMarketplaceCustomerId = Optional.of(awsMarketplaceCustomerId);
            return this;
        }

        /**
         * Sets the id in the CRM.
         *
         * @param crmId the id
         * @return this builder
         */
        public Builder crmId(String crmId) {
            this.crmId = Optional.of(crmId);
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
         * Sets whether to answer only after the connected systems have been updated.
         *
         * @param shouldWaitSync whether to wait for them
         * @return this builder
         */
        public Builder shouldWaitSync(boolean shouldWaitSync) {
            this.shouldWaitSync = Optional.of(shouldWaitSync);
            return this;
        }

        /**
         * Makes the change.
         *
         * @return the change
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public UpdateCustomer build() {
            return new UpdateCustomer(
                    customerId,
                    name,
                    email,
                    billingId,
                    couponId,
                    billingInformation,
                    metadata,
                    awsMarketplaceCustomerId,
                    crmId,
                    salesforceId,
                    shouldWaitSync);
        }
    }
}
