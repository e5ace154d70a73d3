package io.stigg.sdk.paywall;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.catalog.WidgetType;
import java.util.Optional;

/**
 * Reads what a pricing page shows: plans with their prices, and where a customer is named, what it has. Immutable.
 *
 * @param productId the product whose plans are meant, empty for those of all products
 * @param customerId the customer who looks at them, empty for anybody
 * @param resourceId the customer's resource that a plan is chosen for
 * @param billingCountryCode the country whose prices are meant, by ISO 3166-1 alpha-2; empty for those that hold
 *     everywhere
 * @param fetchAllCountriesPrices whether the prices of all countries are meant
 * @param includeHiddenPlans whether plans are meant that the widget does not show
 * @param context the widget that asks, empty for the pricing page
 * @param offerId the id of an offer
 */
public record GetPaywall(
        Optional<String> productId,
        Optional<String> customerId,
        Optional<String> resourceId,
        Optional<String> billingCountryCode,
        boolean fetchAllCountriesPrices,
        boolean includeHiddenPlans,
        Optional<WidgetType> context,
        Optional<String> offerId)
        implements StiggRequest<Paywall> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetPaywall {
        Arguments.text(productId, "productId");
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(billingCountryCode, "billingCountryCode");
        Arguments.text(offerId, "offerId");
        Arguments.known(context, "context");
    }

    /**
     * Asks for what anybody sees of one product.
     *
     * @param productId the product's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static GetPaywall of(String productId) {
        return builder().productId(productId).build();
    }

    /**
     * Starts a request, for what anybody sees of all products unless more is said.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Puts a request together. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private Optional<String> productId = Optional.empty();
        private Optional<String> customerId = Optional.empty();
        private Optional<String> resourceId = Optional.empty();
        private Optional<String> billingCountryCode = Optional.empty();
        private boolean fetchAllCountriesPrices;
        private boolean includeHiddenPlans;
        private Optional<WidgetType> context = Optional.empty();
        private Optional<String> offerId = Optional.empty();

        private Builder() {}

        /**
         * Says the product whose plans are meant.
         *
         * @param value its id
         * @return this builder
         */
        public Builder productId(String value) {
            productId = Optional.of(value);
            return this;
        }

        /**
         * Says the customer who looks at them.
         *
         * @param value its id
         * @return this builder
         */
        public Builder customerId(String value) {
            customerId = Optional.of(value);
            return this;
        }

        /**
         * Says the customer's resource that a plan is chosen for.
         *
         * @param value its id
         * @return this builder
         */
        public Builder resourceId(String value) {
            resourceId = Optional.of(value);
            return this;
        }

        /**
         * Says the country whose prices are meant, by ISO 3166-1 alpha-2.
         *
         * @param value its code
         * @return this builder
         */
        public Builder billingCountryCode(String value) {
            billingCountryCode = Optional.of(value);
            return this;
        }

        /**
         * Asks for the prices of all countries.
         *
         * @return this builder
         */
        public Builder fetchAllCountriesPrices() {
            fetchAllCountriesPrices = true;
            return this;
        }

        /**
         * Asks also for plans that the widget does not show.
         *
         * @return this builder
         */
        public Builder includeHiddenPlans() {
            includeHiddenPlans = true;
            return this;
        }

        /**
         * Says the widget that asks.
         *
         * @param value the widget
         * @return this builder
         */
        public Builder context(WidgetType value) {
            context = Optional.of(value);
            return this;
        }

        /**
         * Says the offer that is meant.
         *
         * @param value its id
         * @return this builder
         */
        public Builder offerId(String value) {
            offerId = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if something cannot be meant
         */
        public GetPaywall build() {
            return new GetPaywall(
                    productId,
                    customerId,
                    resourceId,
                    billingCountryCode,
                    fetchAllCountriesPrices,
                    includeHiddenPlans,
                    context,
                    offerId);
        }
    }
}
