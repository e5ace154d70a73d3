package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Works out what a change of a subscription would cost. Changes nothing. Immutable.
 *
 * @param subscriptionId its id
 * @param addons all its add-ons from then on, quantities by add-on id; empty in itself for none, empty for what it
 *     has
 * @param quantities new quantities by feature id, for features that are priced per unit
 * @param charges new quantities of features and of credits, a newer way to give them
 * @param unitQuantity how many units, for a plan that has one price per unit; an older way to give a quantity
 * @param promotionCode a promotion code of the connected billing system
 * @param appliedCoupon a coupon or a discount
 */
public record EstimateSubscriptionUpdate(
        String subscriptionId,

        @ApiName(value = "addons", key = "addonId", each = "quantity")
        Optional<Map<String, Integer>> addons,

        @ApiName(value = "billableFeatures", key = "featureId", each = "quantity")
        Optional<Map<String, Double>> quantities,

        List<Charge> charges,
        OptionalDouble unitQuantity,
        Optional<String> promotionCode,
        Optional<SubscriptionCoupon> appliedCoupon)
        implements SubscriptionRequest<SubscriptionPreview> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public EstimateSubscriptionUpdate {
        Arguments.text(subscriptionId, "subscriptionId");
        addons = addons.map(Map::copyOf);
        quantities = quantities.map(Map::copyOf);
        charges = List.copyOf(charges);
        Terms.checkQuantities(addons.orElse(Map.of()), quantities.orElse(Map.of()));
        Arguments.amount(unitQuantity, "unitQuantity");
        Arguments.text(promotionCode, "promotionCode");
        requireNonNull(appliedCoupon, "appliedCoupon");
    }

    /**
     * Starts a request that changes nothing yet.
     *
     * @param subscriptionId the subscription's id
     * @return the builder
     */
    public static Builder builder(String subscriptionId) {
        return new Builder(subscriptionId);
    }

    /** Makes requests. Not thread-safe. */
    public static final class Builder {
        private final String subscriptionId;
        private Optional<Map<String, Integer>> addons = Optional.empty();
        private Optional<Map<String, Double>> quantities = Optional.empty();
        private List<Charge> charges = List.of();
        private OptionalDouble unitQuantity = OptionalDouble.empty();
        private Optional<String> promotionCode = Optional.empty();
        private Optional<SubscriptionCoupon> appliedCoupon = Optional.empty();

        private Builder(String subscriptionId) {
            this.subscriptionId = subscriptionId;
        }

        /**
         * Sets all its add-ons.
         *
         * @param all quantities by add-on id, empty for none
         * @return this builder
         */
        public Builder addons(Map<String, Integer> all) {
            addons = Optional.of(Map.copyOf(all));
            return this;
        }

        /**
         * Sets quantities of features that are priced per unit.
         *
         * @param some quantities by feature id
         * @return this builder
         */
        public Builder quantities(Map<String, Double> some) {
            quantities = Optional.of(Map.copyOf(some));
            return this;
        }

        /**
         * Sets quantities of features and of credits, in the newer way.
         *
         * @param all the quantities
         * @return this builder
         */
        public Builder charges(List<Charge> all) {
            charges = List.copyOf(all);
            return this;
        }

        /**
         * Sets how many units, for a plan that has one price per unit.
         *
         * @param units how many
         * @return this builder
         */
        public Builder unitQuantity(double units) {
            unitQuantity = OptionalDouble.of(units);
            return this;
        }

        /**
         * Applies a promotion code of the connected billing system.
         *
         * @param code the code
         * @return this builder
         */
        public Builder promotionCode(String code) {
            promotionCode = Optional.of(code);
            return this;
        }

        /**
         * Applies a coupon or a discount.
         *
         * @param coupon the coupon
         * @return this builder
         */
        public Builder appliedCoupon(SubscriptionCoupon coupon) {
            appliedCoupon = Optional.of(coupon);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public EstimateSubscriptionUpdate build() {
            return new EstimateSubscriptionUpdate(
                    subscriptionId, addons, quantities, charges, unitQuantity, promotionCode, appliedCoupon);
        }
    }
}
