package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a customer, or updates the one of that id by what the request says, and optionally subscribes it. Immutable.
 *
 * <p>The id is yours to choose; use the one that your own system has, so that nothing has to be looked up later. No
 * customer can have the id of one that was archived.
 *
 * @param customerId the customer's id
 * @param name the customer's name
 * @param email the customer's e-mail address
 * @param billingId the customer's id at the billing provider
 * @param couponId a coupon for everything the customer buys
 * @param billingInformation how the customer is billed: all of it, because Stigg keeps none
 * @param metadata what to attach to the customer: text, numbers, booleans, lists and maps of them
 * @param awsMarketplaceCustomerId the customer's id in the AWS marketplace
 * @param crmId the customer's id in the CRM
 * @param salesforceId the customer's id in Salesforce
 * @param createdAt when the customer was made where it comes from, empty for now
 * @param excludeFromExperiment whether the customer takes part in no experiment
 * @param shouldSyncFree whether to have the customer made in the billing system though it pays nothing
 * @param subscription what to subscribe the customer to, empty for no subscription; the product's journey may choose
 *     another plan, see {@link ProvisionedCustomer#decision()}
 * @param subscriptionStartDate when that subscription starts, empty for now
 */
public record ProvisionCustomer(
        @ApiName(value = "refId", alias = "customerId") String customerId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        @ApiName("couponRefId") Optional<String> couponId,
        Optional<CustomerBillingInfo> billingInformation,
        @ApiName("additionalMetaData") Map<String, Object> metadata,
        Optional<String> awsMarketplaceCustomerId,
        Optional<String> crmId,
        Optional<String> salesforceId,
        Optional<Instant> createdAt,
        Optional<Boolean> excludeFromExperiment,
        Optional<Boolean> shouldSyncFree,
        @ApiName("subscriptionParams") Optional<PlanSelection> subscription,
        @ApiName("subscriptionParams.startDate") Optional<Instant> subscriptionStartDate)
        implements CustomerRequest<ProvisionedCustomer> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ProvisionCustomer {
        CustomerScope.of(customerId);
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        Arguments.text(billingId, "billingId");
        Arguments.text(couponId, "couponId");
        Arguments.text(awsMarketplaceCustomerId, "awsMarketplaceCustomerId");
        Arguments.text(crmId, "crmId");
        Arguments.text(salesforceId, "salesforceId");
        requireNonNull(billingInformation, "billingInformation");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(excludeFromExperiment, "excludeFromExperiment");
        requireNonNull(shouldSyncFree, "shouldSyncFree");
        requireNonNull(subscription, "subscription");
        requireNonNull(subscriptionStartDate, "subscriptionStartDate");
        if (subscriptionStartDate.isPresent() && subscription.isEmpty()) {
            throw new IllegalArgumentException("subscriptionStartDate needs a subscription");
        }
        metadata = Map.copyOf(metadata);
    }

    /**
     * Makes a customer without a subscription.
     *
     * @param customerId the customer's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static ProvisionCustomer of(String customerId) {
        return builder(customerId).build();
    }

    /**
     * Sets the name.
     *
     * @param newName the name
     * @return the changed request
     */
    public ProvisionCustomer withName(String newName) {
        return toBuilder().name(newName).build();
    }

    /**
     * Sets the e-mail address.
     *
     * @param newEmail the address
     * @return the changed request
     */
    public ProvisionCustomer withEmail(String newEmail) {
        return toBuilder().email(newEmail).build();
    }

    /**
     * Sets the id at the billing provider.
     *
     * @param id the id
     * @return the changed request
     */
    public ProvisionCustomer withBillingId(String id) {
        return toBuilder().billingId(id).build();
    }

    /**
     * Sets a coupon for everything the customer buys.
     *
     * @param id the coupon's id
     * @return the changed request
     */
    public ProvisionCustomer withCoupon(String id) {
        return toBuilder().couponId(id).build();
    }

    /**
     * Attaches metadata.
     *
     * @param key its name
     * @param value its value: text, a number, a boolean, or a list or map of them
     * @return the changed request
     */
    public ProvisionCustomer withMetadata(String key, Object value) {
        Map<String, Object> changed = new HashMap<>(metadata);
        changed.put(key, value);
        return toBuilder().metadata(changed).build();
    }

    /**
     * Subscribes the customer in the same call.
     *
     * @param selection the plan, its add-ons and quantities
     * @return the changed request
     */
    public ProvisionCustomer subscribedTo(PlanSelection selection) {
        return toBuilder().subscription(selection).build();
    }

    /**
     * Returns whose entitlements the request changes.
     *
     * @return the customer, or the resource that is subscribed
     */
    public CustomerScope scope() {
        return new CustomerScope(customerId, subscription.flatMap(PlanSelection::resourceId));
    }

    /**
     * Begins a request.
     *
     * @param customerId the customer's id
     * @return a builder
     */
    public static Builder builder(String customerId) {
        return new Builder(customerId);
    }

    /**
     * Returns a builder that has all that this request has.
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
        builder.createdAt = createdAt;
        builder.excludeFromExperiment = excludeFromExperiment;
        builder.shouldSyncFree = shouldSyncFree;
        builder.subscription = subscription;
        builder.subscriptionStartDate = subscriptionStartDate;
        return builder;
    }

    /** Makes a request step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private final String customerId;
        private Optional<String> name = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Optional<String> couponId = Optional.empty();
        private Optional<CustomerBillingInfo> billingInformation = Optional.empty();
        private Map<String, Object> metadata = Map.of();
        private Optional<String> awsMarketplaceCustomerId = Optional.empty();
        private Optional<String> crmId = Optional.empty();
        private Optional<String> salesforceId = Optional.empty();
        private Optional<Instant> createdAt = Optional.empty();
        private Optional<Boolean> excludeFromExperiment = Optional.empty();
        private Optional<Boolean> shouldSyncFree = Optional.empty();
        private Optional<PlanSelection> subscription = Optional.empty();
        private Optional<Instant> subscriptionStartDate = Optional.empty();

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
         * Sets a coupon for everything the customer buys.
         *
         * @param couponId the coupon's id
         * @return this builder
         */
        public Builder couponId(String couponId) {
            this.couponId = Optional.of(couponId);
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
         * Sets when the customer was made where it comes from.
         *
         * @param createdAt the instant
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = Optional.of(createdAt);
            return this;
        }

        /**
         * Sets whether the customer takes part in no experiment.
         *
         * @param excludeFromExperiment whether it is left out
         * @return this builder
         */
        public Builder excludeFromExperiment(boolean excludeFromExperiment) {
            this.excludeFromExperiment = Optional.of(excludeFromExperiment);
            return this;
        }

        /**
         * Sets whether to have the customer made in the billing system though it pays nothing.
         *
         * @param shouldSyncFree whether to do so
         * @return this builder
         */
        public Builder shouldSyncFree(boolean shouldSyncFree) {
            this.shouldSyncFree = Optional.of(shouldSyncFree);
            return this;
        }

        /**
         * Subscribes the customer in the same call.
         *
         * @param subscription the plan, its add-ons and quantities
         * @return this builder
         */
        public Builder subscription(PlanSelection subscription) {
            this.subscription = Optional.of(subscription);
            return this;
        }

        /**
         * Sets when the subscription starts.
         *
         * @param instant the instant; in the past to backdate, in the future to schedule
         * @return this builder
         */
        public Builder subscriptionStartDate(Instant instant) {
            subscriptionStartDate = Optional.of(instant);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public ProvisionCustomer build() {
            return new ProvisionCustomer(
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
                    createdAt,
                    excludeFromExperiment,
                    shouldSyncFree,
                    subscription,
                    subscriptionStartDate);
        }
    }
}
