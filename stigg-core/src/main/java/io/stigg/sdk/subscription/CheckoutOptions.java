package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * How the page looks on which a customer pays, and where it leads. Immutable.
 *
 * @param successUrl where the customer is led when it has paid
 * @param cancelUrl where the customer is led when it has given up
 * @param allowPromoCodes whether the customer may enter promotion codes there
 * @param allowTaxIdCollection whether the customer may enter tax ids there
 * @param collectBillingAddress whether the customer is asked for its address there
 * @param collectPhoneNumber whether the customer is asked for its phone number there
 * @param referenceId an id of your own, to tell checkouts apart
 */
public record CheckoutOptions(
        String successUrl,
        String cancelUrl,
        Optional<Boolean> allowPromoCodes,
        Optional<Boolean> allowTaxIdCollection,
        Optional<Boolean> collectBillingAddress,
        Optional<Boolean> collectPhoneNumber,
        Optional<String> referenceId) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CheckoutOptions {
        Arguments.text(successUrl, "successUrl");
        Arguments.text(cancelUrl, "cancelUrl");
        requireNonNull(allowPromoCodes, "allowPromoCodes");
        requireNonNull(allowTaxIdCollection, "allowTaxIdCollection");
        requireNonNull(collectBillingAddress, "collectBillingAddress");
        requireNonNull(collectPhoneNumber, "collectPhoneNumber");
        Arguments.text(referenceId, "referenceId");
    }

    /**
     * Makes options that only say where the page leads.
     *
     * @param successUrl where the customer is led when it has paid
     * @param cancelUrl where the customer is led when it has given up
     * @return the options
     * @throws IllegalArgumentException if one is blank
     */
    public static CheckoutOptions of(String successUrl, String cancelUrl) {
        return builder(successUrl, cancelUrl).build();
    }

    /**
     * Begins one.
     *
     * @param successUrl where the customer is led when it has paid
     * @param cancelUrl where the customer is led when it has given up
     * @return the builder
     */
    public static Builder builder(String successUrl, String cancelUrl) {
        return new Builder(successUrl, cancelUrl);
    }

    /** Collects the members of a {@link CheckoutOptions}. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private final String successUrl;
        private final String cancelUrl;
        private Optional<Boolean> allowPromoCodes = Optional.empty();
        private Optional<Boolean> allowTaxIdCollection = Optional.empty();
        private Optional<Boolean> collectBillingAddress = Optional.empty();
        private Optional<Boolean> collectPhoneNumber = Optional.empty();
        private Optional<String> referenceId = Optional.empty();

        private Builder(String successUrl, String cancelUrl) {
            this.successUrl = successUrl;
            this.cancelUrl = cancelUrl;
        }

        /**
         * Tells whether the customer may enter promotion codes there.
         *
         * @param value whether it may
         * @return this builder
         */
        public Builder allowPromoCodes(boolean value) {
            allowPromoCodes = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the customer may enter tax ids there.
         *
         * @param value whether it may
         * @return this builder
         */
        public Builder allowTaxIdCollection(boolean value) {
            allowTaxIdCollection = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the customer is asked for its address there.
         *
         * @param value whether it is
         * @return this builder
         */
        public Builder collectBillingAddress(boolean value) {
            collectBillingAddress = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the customer is asked for its phone number there.
         *
         * @param value whether it is
         * @return this builder
         */
        public Builder collectPhoneNumber(boolean value) {
            collectPhoneNumber = Optional.of(value);
            return this;
        }

        /**
         * Sets an id of your own, to tell checkouts apart.
         *
         * @param value the id
         * @return this builder
         */
        public Builder referenceId(String value) {
            referenceId = Optional.of(value);
            return this;
        }

        /**
         * Makes it.
         *
         * @return what was collected
         * @throws IllegalArgumentException if it cannot be meant
         */
        public CheckoutOptions build() {
            return new CheckoutOptions(
                    successUrl,
                    cancelUrl,
                    allowPromoCodes,
                    allowTaxIdCollection,
                    collectBillingAddress,
                    collectPhoneNumber,
                    referenceId);
        }
    }
}
