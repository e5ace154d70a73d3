package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a customer is, or where things are sent. Immutable.
 *
 * @param addressLine1 the first line, such as the street
 * @param addressLine2 the second line
 * @param city the city
 * @param state the state
 * @param postalCode the postal code
 * @param country the country's code by ISO 3166-1 alpha-2
 * @param phoneNumber the telephone number
 */
public record CustomerAddress(
        Optional<String> addressLine1,
        Optional<String> addressLine2,
        Optional<String> city,
        Optional<String> state,
        Optional<String> postalCode,
        Optional<String> country,
        Optional<String> phoneNumber) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CustomerAddress {
        requireNonNull(addressLine1, "addressLine1");
        requireNonNull(addressLine2, "addressLine2");
        requireNonNull(city, "city");
        requireNonNull(state, "state");
        requireNonNull(postalCode, "postalCode");
        requireNonNull(country, "country");
        requireNonNull(phoneNumber, "phoneNumber");
    }

    /**
     * Begins a address.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder that has all that this address has.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.addressLine1 = addressLine1;
        builder.addressLine2 = addressLine2;
        builder.city = city;
        builder.state = state;
        builder.postalCode = postalCode;
        builder.country = country;
        builder.phoneNumber = phoneNumber;
        return builder;
    }

    /** Makes a address step by step. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private Optional<String> addressLine1 = Optional.empty();
        private Optional<String> addressLine2 = Optional.empty();
        private Optional<String> city = Optional.empty();
        private Optional<String> state = Optional.empty();
        private Optional<String> postalCode = Optional.empty();
        private Optional<String> country = Optional.empty();
        private Optional<String> phoneNumber = Optional.empty();

        private Builder() {}

        /**
         * Sets the first line.
         *
         * @param addressLine1 the line
         * @return this builder
         */
        public Builder addressLine1(String addressLine1) {
            this.addressLine1 = Optional.of(addressLine1);
            return this;
        }

        /**
         * Sets the second line.
         *
         * @param addressLine2 the line
         * @return this builder
         */
        public Builder addressLine2(String addressLine2) {
            this.addressLine2 = Optional.of(addressLine2);
            return this;
        }

        /**
         * Sets the city.
         *
         * @param city the city
         * @return this builder
         */
        public Builder city(String city) {
            this.city = Optional.of(city);
            return this;
        }

        /**
         * Sets the state.
         *
         * @param state the state
         * @return this builder
         */
        public Builder state(String state) {
            this.state = Optional.of(state);
            return this;
        }

        /**
         * Sets the postal code.
         *
         * @param postalCode the code
         * @return this builder
         */
        public Builder postalCode(String postalCode) {
            this.postalCode = Optional.of(postalCode);
            return this;
        }

        /**
         * Sets the country.
         *
         * @param country its code by ISO 3166-1 alpha-2
         * @return this builder
         */
        public Builder country(String country) {
            this.country = Optional.of(country);
            return this;
        }

        /**
         * Sets the telephone number.
         *
         * @param phoneNumber the number
         * @return this builder
         */
        public Builder phoneNumber(String phoneNumber) {
            this.phoneNumber = Optional.of(phoneNumber);
            return this;
        }

        /**
         * Makes the address.
         *
         * @return the address
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public CustomerAddress build() {
            return new CustomerAddress(addressLine1, addressLine2, city, state, postalCode, country, phoneNumber);
        }
    }
}
