package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A subscription that exists elsewhere, as it is taken over. Immutable.
 *
 * @param customerId the customer's id; the customer has to be there already
 * @param planId the plan's id
 * @param subscriptionId the id that the subscription has; one of that id is replaced. Empty to let Stigg make one
 * @param resourceId the resource that the subscription is for; needed for products with several subscriptions a
 *     customer
 * @param billingId the subscription's id in the billing system; needed where it is paid there
 * @param billingPeriod how often it is charged
 * @param startDate when it started or will start, empty for now
 * @param endDate when it ends, empty if it goes on
 * @param addons quantities by add-on id
 * @param quantities quantities by feature id, for features that are priced per unit
 * @param charges quantities of features and of credits, a newer way to give them
 * @param unitQuantity how many units, for a plan that has one price per unit; an older way to give a quantity
 * @param entitlements what it grants otherwise than its plan does, or beside it
 * @param subscriptionEntitlements the same, as it was said before there were entitlements
 * @param salesforceId its id in Salesforce
 * @param updatedAt when it was last changed where it comes from
 * @param metadata what to attach to the subscription: text, numbers, booleans, lists and maps of them
 */
public record ImportSubscription(
        String customerId,
        String planId,
        Optional<String> subscriptionId,
        Optional<String> resourceId,
        Optional<String> billingId,
        Optional<BillingPeriod> billingPeriod,
        Optional<Instant> startDate,
        Optional<Instant> endDate,

        @ApiName(value = "addons", key = "addonId", each = "quantity")
        Map<String, Integer> addons,

        @ApiName(value = "billableFeatures", key = "featureId", each = "quantity")
        Map<String, Double> quantities,

        List<Charge> charges,
        OptionalDouble unitQuantity,
        List<SubscriptionEntitlement> entitlements,
        List<OlderSubscriptionEntitlement> subscriptionEntitlements,
        Optional<String> salesforceId,
        Optional<Instant> updatedAt,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ImportSubscription {
        Arguments.text(customerId, "customerId");
        Arguments.text(planId, "planId");
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(billingId, "billingId");
        Arguments.text(salesforceId, "salesforceId");
        Arguments.known(billingPeriod, "billingPeriod");
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        requireNonNull(updatedAt, "updatedAt");
        Arguments.amount(unitQuantity, "unitQuantity");
        addons = Map.copyOf(addons);
        quantities = Map.copyOf(quantities);
        charges = List.copyOf(charges);
        entitlements = List.copyOf(entitlements);
        subscriptionEntitlements = List.copyOf(subscriptionEntitlements);
        metadata = Map.copyOf(metadata);
        Terms.checkQuantities(addons, quantities);
        if (endDate.filter(end -> startDate.filter(end::isBefore).isPresent()).isPresent()) {
            throw new IllegalArgumentException("endDate must not be before startDate");
        }
    }

    /**
     * Begins a subscription to import.
     *
     * @param customerId the customer's id
     * @param planId the plan's id
     * @return a builder
     */
    public static Builder builder(String customerId, String planId) {
        return new Builder(customerId, planId);
    }

    /**
     * Returns a builder that has all that this subscription to import has.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder(customerId, planId);
        builder.subscriptionId = subscriptionId;
        builder.resourceId = resourceId;
        builder.billingId = billingId;
        builder.billingPeriod = billingPeriod;
        builder.startDate = startDate;
        builder.endDate = endDate;
        builder.addons = addons;
        builder.quantities = quantities;
        builder.charges = charges;
        builder.unitQuantity = unitQuantity;
        builder.entitlements = entitlements;
        builder.subscriptionEntitlements = subscriptionEntitlements;
        builder.salesforceId = salesforceId;
        builder.updatedAt = updatedAt;
        builder.metadata = metadata;
        return builder;
    }

    /** Makes a subscription to import step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private final String customerId;
        private final String planId;
        private Optional<String> subscriptionId = Optional.empty();
        private Optional<String> resourceId = Optional.empty();
        private Optional<String> billingId = Optional.empty();
        private Optional<BillingPeriod> billingPeriod = Optional.empty();
        private Optional<Instant> startDate = Optional.empty();
        private Optional<Instant> endDate = Optional.empty();
        private Map<String, Integer> addons = Map.of();
        private Map<String, Double> quantities = Map.of();
        private List<Charge> charges = List.of();
        private OptionalDouble unitQuantity = OptionalDouble.empty();
        private List<SubscriptionEntitlement> entitlements = List.of();
        private List<OlderSubscriptionEntitlement> subscriptionEntitlements = List.of();
        private Optional<String> salesforceId = Optional.empty();
        private Optional<Instant> updatedAt = Optional.empty();
        private Map<String, Object> metadata = Map.of();

        private Builder(String customerId, String planId) {
            this.customerId = customerId;
            this.planId = planId;
        }

        /**
         * Sets the id that the subscription has.
         *
         * @param subscriptionId the id
         * @return this builder
         */
        public Builder subscriptionId(String subscriptionId) {
            this.subscriptionId = Optional.of(subscriptionId);
            return this;
        }

        /**
         * Imports it for a resource of the customer.
         *
         * @param resourceId the resource's id
         * @return this builder
         */
        public Builder resourceId(String resourceId) {
            this.resourceId = Optional.of(resourceId);
            return this;
        }

        /**
         * Sets its id in the billing system.
         *
         * @param billingId the id
         * @return this builder
         */
        public Builder billingId(String billingId) {
            this.billingId = Optional.of(billingId);
            return this;
        }

        /**
         * Sets how often it is charged.
         *
         * @param billingPeriod the period
         * @return this builder
         */
        public Builder billingPeriod(BillingPeriod billingPeriod) {
            this.billingPeriod = Optional.of(billingPeriod);
            return this;
        }

        /**
         * Sets when it started or will start.
         *
         * @param startDate the instant
         * @return this builder
         */
        public Builder startDate(Instant startDate) {
            this.startDate = Optional.of(startDate);
            return this;
        }

        /**
         * Sets when it ends.
         *
         * @param endDate the instant
         * @return this builder
         */
        public Builder endDate(Instant endDate) {
            this.endDate = Optional.of(endDate);
            return this;
        }

        /**
         * Sets the quantities of add-ons.
         *
         * @param addons quantities by add-on id
         * @return this builder
         */
        public Builder addons(Map<String, Integer> addons) {
            this.addons = Map.copyOf(addons);
            return this;
        }

        /**
         * Sets the quantities of features that are priced per unit.
         *
         * @param quantities quantities by feature id
         * @return this builder
         */
        public Builder quantities(Map<String, Double> quantities) {
            this.quantities = Map.copyOf(quantities);
            return this;
        }

        /**
         * Sets quantities of features and of credits.
         *
         * @param charges the quantities
         * @return this builder
         */
        public Builder charges(List<Charge> charges) {
            this.charges = List.copyOf(charges);
            return this;
        }

        /**
         * Sets how many units there are of a plan that has one price per unit.
         *
         * @param unitQuantity how many
         * @return this builder
         */
        public Builder unitQuantity(double unitQuantity) {
            this.unitQuantity = OptionalDouble.of(unitQuantity);
            return this;
        }

        /**
         * Sets what it grants otherwise than its plan does, or beside it.
         *
         * @param entitlements the entitlements
         * @return this builder
         */
        public Builder entitlements(List<SubscriptionEntitlement> entitlements) {
            this.entitlements = List.copyOf(entitlements);
            return this;
        }

        /**
         * Sets the same, as it was said before there were entitlements.
         *
         * @param subscriptionEntitlements the entitlements
         * @return this builder
         */
        public Builder subscriptionEntitlements(List<OlderSubscriptionEntitlement> subscriptionEntitlements) {
            this.subscriptionEntitlements = List.copyOf(subscriptionEntitlements);
            return this;
        }

        /**
         * Sets its id in Salesforce.
         *
         * @param salesforceId the id
         * @return this builder
         */
        public Builder salesforceId(String salesforceId) {
            this.salesforceId = Optional.of(salesforceId);
            return this;
        }

        /**
         * Sets when it was last changed where it comes from.
         *
         * @param updatedAt the instant
         * @return this builder
         */
        public Builder updatedAt(Instant updatedAt) {
            this.updatedAt = Optional.of(updatedAt);
            return this;
        }

        /**
         * Sets what to attach to the subscription.
         *
         * @param metadata text, numbers, booleans, lists and maps of them, by name
         * @return this builder
         */
        public Builder metadata(Map<String, ?> metadata) {
            this.metadata = new HashMap<>(metadata);
            return this;
        }

        /**
         * Makes the subscription to import.
         *
         * @return the subscription to import
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public ImportSubscription build() {
            return new ImportSubscription(
                    customerId,
                    planId,
                    subscriptionId,
                    resourceId,
                    billingId,
                    billingPeriod,
                    startDate,
                    endDate,
                    addons,
                    quantities,
                    charges,
                    unitQuantity,
                    entitlements,
                    subscriptionEntitlements,
                    salesforceId,
                    updatedAt,
                    metadata);
        }
    }
}
