package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * Which subscriptions are asked for: those for which all that is given holds. Immutable.
 *
 * @param customerId whose, by the customer's id
 * @param resourceId of which resource
 * @param status in which stage of their lives
 * @param productId to which product
 * @param subscriptionId by their own ids
 * @param planId to which plan
 * @param pricingType with what kind of price
 * @param paymentCollection how the collection of their payment stands
 * @param billingId by their id in the connected billing system
 * @param salesforceId by their id in Salesforce
 * @param startDate when they start
 * @param endDate when they end
 * @param cancellationDate when they are cancelled
 * @param createdAt when they were made
 */
public record SubscriptionFilter(
        Optional<IdFilter> customerId,
        Optional<IdFilter> resourceId,
        Optional<StatusFilter> status,
        Optional<IdFilter> productId,
        Optional<IdFilter> subscriptionId,
        @ApiName("plan.refId.eq") Optional<String> planId,
        @ApiName("pricingType.eq") Optional<PricingType> pricingType,
        @ApiName("paymentCollection.eq") Optional<PaymentCollection> paymentCollection,
        @ApiName("billingId.eq") Optional<String> billingId,
        @ApiName("salesforceId.eq") Optional<String> salesforceId,
        Optional<TimeFilter> startDate,
        Optional<TimeFilter> endDate,
        Optional<TimeFilter> cancellationDate,
        Optional<TimeFilter> createdAt) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionFilter {
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(status, "status");
        requireNonNull(productId, "productId");
        requireNonNull(subscriptionId, "subscriptionId");
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        requireNonNull(cancellationDate, "cancellationDate");
        requireNonNull(createdAt, "createdAt");
        Arguments.text(planId, "planId");
        Arguments.known(pricingType, "pricingType");
        Arguments.known(paymentCollection, "paymentCollection");
        Arguments.text(billingId, "billingId");
        Arguments.text(salesforceId, "salesforceId");
    }

    /**
     * Asks for all.
     *
     * @return the filter
     */
    public static SubscriptionFilter all() {
        return builder().build();
    }

    /**
     * Starts a filter that asks for all, as long as nothing is added.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes filters. Not thread-safe. */
    public static final class Builder {
        private Optional<IdFilter> customerId = Optional.empty();
        private Optional<IdFilter> resourceId = Optional.empty();
        private Optional<StatusFilter> status = Optional.empty();
        private Optional<IdFilter> productId = Optional.empty();
        private Optional<IdFilter> subscriptionId = Optional.empty();
        private Optional<String> planId = Optional.empty();
        private Optional<PricingType> pricingType = Optional.empty();
        private Optional<PaymentCollection> paymentCollection = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Optional<String> salesforceId = Optional.empty();
        private Optional<TimeFilter> startDate = Optional.empty();
        private Optional<TimeFilter> endDate = Optional.empty();
        private Optional<TimeFilter> cancellationDate = Optional.empty();
        private Optional<TimeFilter> createdAt = Optional.empty();

        private Builder() {}

        /**
         * Asks for those of a customer, or of any of several.
         *
         * @param ids the customers' ids, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public Builder customerId(String... ids) {
            this.customerId = Optional.of(IdFilter.of(List.of(ids)));
            return this;
        }

        /**
         * Asks for those of a resource, or of any of several.
         *
         * @param ids the resources' ids, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public Builder resourceId(String... ids) {
            this.resourceId = Optional.of(IdFilter.of(List.of(ids)));
            return this;
        }

        /**
         * Asks for those to a product, or to any of several.
         *
         * @param ids the products' ids, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public Builder productId(String... ids) {
            this.productId = Optional.of(IdFilter.of(List.of(ids)));
            return this;
        }

        /**
         * Asks for those of an id, or of any of several.
         *
         * @param ids the subscriptions' ids, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is blank
         */
        public Builder subscriptionId(String... ids) {
            this.subscriptionId = Optional.of(IdFilter.of(List.of(ids)));
            return this;
        }

        /**
         * Asks for those in a stage of their lives, or in any of several.
         *
         * @param statuses the stages, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none, or one is not known
         */
        public Builder status(Subscription.Status... statuses) {
            this.status = Optional.of(StatusFilter.of(List.of(statuses)));
            return this;
        }

        /**
         * Asks for those to a plan, in any version.
         *
         * @param id the plan's id
         * @return this builder
         */
        public Builder planId(String id) {
            this.planId = Optional.of(id);
            return this;
        }

        /**
         * Asks for those of an id in the connected billing system.
         *
         * @param id the id there
         * @return this builder
         */
        public Builder billingId(String id) {
            this.billingId = Optional.of(id);
            return this;
        }

        /**
         * Asks for those of an id in Salesforce.
         *
         * @param id the id there
         * @return this builder
         */
        public Builder salesforceId(String id) {
            this.salesforceId = Optional.of(id);
            return this;
        }

        /**
         * Asks for those with a kind of price.
         *
         * @param type the kind
         * @return this builder
         */
        public Builder pricingType(PricingType type) {
            this.pricingType = Optional.of(type);
            return this;
        }

        /**
         * Asks for those whose payment's collection stands so.
         *
         * @param state how it stands
         * @return this builder
         */
        public Builder paymentCollection(PaymentCollection state) {
            this.paymentCollection = Optional.of(state);
            return this;
        }

        /**
         * Asks for those that start within a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder startDate(TimeFilter time) {
            this.startDate = Optional.of(time);
            return this;
        }

        /**
         * Asks for those that end within a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder endDate(TimeFilter time) {
            this.endDate = Optional.of(time);
            return this;
        }

        /**
         * Asks for those that are cancelled within a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder cancellationDate(TimeFilter time) {
            this.cancellationDate = Optional.of(time);
            return this;
        }

        /**
         * Asks for those that were made within a time.
         *
         * @param time the time
         * @return this builder
         */
        public Builder createdAt(TimeFilter time) {
            this.createdAt = Optional.of(time);
            return this;
        }

        /**
         * Makes the filter.
         *
         * @return the filter
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public SubscriptionFilter build() {
            return new SubscriptionFilter(
                    customerId,
                    resourceId,
                    status,
                    productId,
                    subscriptionId,
                    planId,
                    pricingType,
                    paymentCollection,
                    billingId,
                    salesforceId,
                    startDate,
                    endDate,
                    cancellationDate,
                    createdAt);
        }
    }
}
