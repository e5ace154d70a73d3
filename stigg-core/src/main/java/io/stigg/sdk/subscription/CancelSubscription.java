package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * Cancels a subscription. Immutable.
 *
 * @param subscriptionId its id
 * @param cancellationTime when it ends, empty for what the product is set to
 * @param endDate the instant, for {@link CancellationTime#SPECIFIC_DATE} alone
 * @param cancellationAction what becomes of the access, empty for what the product is set to
 * @param prorate whether the customer gets credit for what is left of the period, empty for what the billing system
 *     is set to
 * @param awaitSubscriptionCancellation whether the answer comes only after the billing system has cancelled, empty
 *     for not
 */
public record CancelSubscription(
        @ApiName("subscriptionRefId") String subscriptionId,
        @ApiName("subscriptionCancellationTime") Optional<CancellationTime> cancellationTime,
        Optional<Instant> endDate,
        @ApiName("subscriptionCancellationAction") Optional<CancellationAction> cancellationAction,
        Optional<Boolean> prorate,
        Optional<Boolean> awaitSubscriptionCancellation)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CancelSubscription {
        requireNonNull(prorate, "prorate");
        requireNonNull(awaitSubscriptionCancellation, "awaitSubscriptionCancellation");
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.known(cancellationTime, "cancellationTime");
        Arguments.known(cancellationAction, "cancellationAction");
        boolean isAtDate = cancellationTime.equals(Optional.of(CancellationTime.SPECIFIC_DATE));
        if (endDate.isPresent() != isAtDate) {
            throw new IllegalArgumentException(
                    "endDate goes with the cancellationTime SPECIFIC_DATE, and neither without the other");
        }
    }

    /**
     * Cancels it as its product is set to.
     *
     * @param subscriptionId its id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static CancelSubscription of(String subscriptionId) {
        return builder(subscriptionId).build();
    }

    /**
     * Starts a request that cancels a subscription as its product is set to, as long as nothing else is said.
     *
     * @param subscriptionId its id
     * @return the builder
     */
    public static Builder builder(String subscriptionId) {
        return new Builder(subscriptionId);
    }

    /** Makes requests. Not thread-safe. */
    public static final class Builder {
        private final String subscriptionId;
        private Optional<CancellationTime> cancellationTime = Optional.empty();
        private Optional<Instant> endDate = Optional.empty();
        private Optional<CancellationAction> cancellationAction = Optional.empty();
        private Optional<Boolean> prorate = Optional.empty();
        private Optional<Boolean> awaitSubscriptionCancellation = Optional.empty();

        private Builder(String subscriptionId) {
            this.subscriptionId = subscriptionId;
        }

        /**
         * Cancels it now.
         *
         * @return this builder
         */
        public Builder immediately() {
            return at(CancellationTime.IMMEDIATE);
        }

        /**
         * Cancels it when the current billing period ends.
         *
         * @return this builder
         */
        public Builder atEndOfBillingPeriod() {
            return at(CancellationTime.END_OF_BILLING_PERIOD);
        }

        private Builder at(CancellationTime time) {
            cancellationTime = Optional.of(time);
            endDate = Optional.empty();
            return this;
        }

        /**
         * Cancels it at an instant.
         *
         * @param instant the instant, which has to lie ahead
         * @return this builder
         */
        public Builder at(Instant instant) {
            cancellationTime = Optional.of(CancellationTime.SPECIFIC_DATE);
            endDate = Optional.of(instant);
            return this;
        }

        /**
         * Says what becomes of the access.
         *
         * @param action the action
         * @return this builder
         */
        public Builder action(CancellationAction action) {
            cancellationAction = Optional.of(action);
            return this;
        }

        /**
         * Says whether the customer gets credit for what is left of the period.
         *
         * @param choice whether it does
         * @return this builder
         */
        public Builder prorate(boolean choice) {
            prorate = Optional.of(choice);
            return this;
        }

        /**
         * Says whether the answer comes only after the billing system has cancelled.
         *
         * @param choice whether it does
         * @return this builder
         */
        public Builder awaitSubscriptionCancellation(boolean choice) {
            awaitSubscriptionCancellation = Optional.of(choice);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member cannot be meant
         */
        public CancelSubscription build() {
            return new CancelSubscription(
                    subscriptionId,
                    cancellationTime,
                    endDate,
                    cancellationAction,
                    prorate,
                    awaitSubscriptionCancellation);
        }
    }
}
