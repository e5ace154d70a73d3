package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.billing.PaymentCollectionMethod;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Grants credits to a customer. Immutable.
 *
 * @param customerId the customer's id
 * @param currencyId the currency's id
 * @param displayName what the customer is told they are
 * @param grantType {@link CreditGrantType#PAID} or {@link CreditGrantType#PROMOTIONAL}
 * @param amount how many credits, more than 0
 * @param resourceId the resource's id, empty for the customer itself
 * @param comment a note
 * @param cost what the customer pays for all of them
 * @param priority those of the lowest number are consumed first, empty for Stigg's default
 * @param effectiveAt since when they count, empty for now
 * @param expireAt up to when they count, after they begin to; empty for ever
 * @param paymentCollectionMethod how the payment is collected
 * @param awaitPaymentConfirmation whether they count only once they are paid for, empty for Stigg's default
 * @param billingInformation how they are billed
 * @param metadata what is attached to it: texts, numbers, booleans, lists and maps of them
 */
public record GrantCredits(
        String customerId,
        String currencyId,
        String displayName,
        CreditGrantType grantType,
        double amount,
        Optional<String> resourceId,
        Optional<String> comment,
        Optional<Money> cost,
        OptionalDouble priority,
        Optional<Instant> effectiveAt,
        Optional<Instant> expireAt,
        Optional<PaymentCollectionMethod> paymentCollectionMethod,
        Optional<Boolean> awaitPaymentConfirmation,
        Optional<CreditGrantBilling> billingInformation,
        @ApiName("additionalMetaData") Map<String, Object> metadata)
        implements CreditRequest<CreditGrant> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GrantCredits {
        Arguments.text(customerId, "customerId");
        Arguments.text(currencyId, "currencyId");
        Arguments.text(displayName, "displayName");
        requireNonNull(grantType, "grantType");
        Arguments.amount(amount, "amount");
        Arguments.text(resourceId, "resourceId");
        requireNonNull(comment, "comment");
        requireNonNull(cost, "cost");
        requireNonNull(priority, "priority").ifPresent(number -> requireFinite(number, "priority"));
        requireNonNull(effectiveAt, "effectiveAt");
        requireNonNull(expireAt, "expireAt");
        Arguments.known(paymentCollectionMethod, "paymentCollectionMethod");
        requireNonNull(awaitPaymentConfirmation, "awaitPaymentConfirmation");
        requireNonNull(billingInformation, "billingInformation");
        metadata = Map.copyOf(metadata);
        if (grantType != CreditGrantType.PAID && grantType != CreditGrantType.PROMOTIONAL) {
            throw new IllegalArgumentException("grantType must be PAID or PROMOTIONAL, not " + grantType);
        }
        if (amount == 0) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
        if (effectiveAt.isPresent() && expireAt.isPresent() && !expireAt.get().isAfter(effectiveAt.get())) {
            throw new IllegalArgumentException("expireAt must be after effectiveAt");
        }
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value);
        }
    }

    /**
     * Begins a request.
     *
     * @param customerId the customer's id
     * @param currencyId the currency's id
     * @param displayName what the customer is told they are
     * @param grantType {@link CreditGrantType#PAID} or {@link CreditGrantType#PROMOTIONAL}
     * @param amount how many credits, more than 0
     * @return a builder
     */
    public static Builder builder(
            String customerId, String currencyId, String displayName, CreditGrantType grantType, double amount) {
        return new Builder(customerId, currencyId, displayName, grantType, amount);
    }

    /** Collects the members of a request. Not thread-safe. */
    public static final class Builder {
        private final String customerId;
        private final String currencyId;
        private final String displayName;
        private final CreditGrantType grantType;
        private final double amount;
        private Optional<String> resourceId = Optional.empty();
        private Optional<String> comment = Optional.empty();
        private Optional<Money> cost = Optional.empty();
        private OptionalDouble priority = OptionalDouble.empty();
        private Optional<Instant> effectiveAt = Optional.empty();
        private Optional<Instant> expireAt = Optional.empty();
        private Optional<PaymentCollectionMethod> paymentCollectionMethod = Optional.empty();
        private Optional<Boolean> awaitPaymentConfirmation = Optional.empty();
        private Optional<CreditGrantBilling> billingInformation = Optional.empty();
        private Map<String, Object> metadata = Map.of();

        private Builder(
                String customerId, String currencyId, String displayName, CreditGrantType grantType, double amount) {
            this.customerId = customerId;
            this.currencyId = currencyId;
            this.displayName = displayName;
            this.grantType = grantType;
            this.amount = amount;
        }

        /**
         * Grants them to a resource of the customer.
         *
         * @param value the resource's id
         * @return this builder
         */
        public Builder resourceId(String value) {
            resourceId = Optional.of(value);
            return this;
        }

        /**
         * Sets a note.
         *
         * @param value the note
         * @return this builder
         */
        public Builder comment(String value) {
            comment = Optional.of(value);
            return this;
        }

        /**
         * Sets what the customer pays for them.
         *
         * @param value the price of all of them
         * @return this builder
         */
        public Builder cost(Money value) {
            cost = Optional.of(value);
            return this;
        }

        /**
         * Sets when they are consumed in comparison with others.
         *
         * @param value those of the lowest number are consumed first
         * @return this builder
         */
        public Builder priority(double value) {
            priority = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets since when they count.
         *
         * @param value the instant; without one they count at once
         * @return this builder
         */
        public Builder effectiveAt(Instant value) {
            effectiveAt = Optional.of(value);
            return this;
        }

        /**
         * Sets up to when they count.
         *
         * @param value the instant; without one they count for ever
         * @return this builder
         */
        public Builder expireAt(Instant value) {
            expireAt = Optional.of(value);
            return this;
        }

        /**
         * Sets how the payment is collected.
         *
         * @param value the way
         * @return this builder
         */
        public Builder paymentCollectionMethod(PaymentCollectionMethod value) {
            paymentCollectionMethod = Optional.of(value);
            return this;
        }

        /**
         * Sets whether they count only once they are paid for.
         *
         * @param value whether they do; without it Stigg's default counts
         * @return this builder
         */
        public Builder awaitPaymentConfirmation(boolean value) {
            awaitPaymentConfirmation = Optional.of(value);
            return this;
        }

        /**
         * Sets how they are billed.
         *
         * @param value the billing
         * @return this builder
         */
        public Builder billingInformation(CreditGrantBilling value) {
            billingInformation = Optional.of(value);
            return this;
        }

        /**
         * Attaches something to them.
         *
         * @param value texts, numbers, booleans, lists and maps of them
         * @return this builder
         */
        public Builder metadata(Map<String, Object> value) {
            metadata = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member, or what they come to together, cannot be meant
         */
        public GrantCredits build() {
            return new GrantCredits(
                    customerId,
                    currencyId,
                    displayName,
                    grantType,
                    amount,
                    resourceId,
                    comment,
                    cost,
                    priority,
                    effectiveAt,
                    expireAt,
                    paymentCollectionMethod,
                    awaitPaymentConfirmation,
                    billingInformation,
                    metadata);
        }
    }
}
