package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Optional;

/**
 * The outcome of provisioning a subscription: it was {@linkplain Created made}, or there is none until the customer has
 * {@linkplain PaymentRequired paid}. Give access for the first alone. Immutable.
 */
public sealed interface ProvisionedSubscription {
    /**
     * Returns what the customer has now.
     *
     * @return its entitlements, empty when Stigg does not say; it does not before a payment
     */
    Optional<EntitlementSnapshot> entitlements();

    /**
     * The subscription was made. Immutable.
     *
     * @param subscription the subscription; one that starts later gives no access yet
     * @param entitlements what the customer has now, empty when Stigg does not say
     */
    record Created(Subscription subscription, Optional<EntitlementSnapshot> entitlements)
            implements ProvisionedSubscription {
        /**
         * Checks the members.
         *
         * @throws NullPointerException if a member is null
         */
        public Created {
            requireNonNull(subscription, "subscription");
            requireNonNull(entitlements, "entitlements");
        }
    }

    /**
     * The customer has to pay first; the subscription is made when it has. Immutable.
     *
     * @param checkoutUrl where it pays
     * @param checkoutBillingId the id of the checkout in the connected billing system
     */
    record PaymentRequired(String checkoutUrl, Optional<String> checkoutBillingId) implements ProvisionedSubscription {
        /**
         * Checks the members.
         *
         * @throws NullPointerException if a member is null
         */
        public PaymentRequired {
            requireNonNull(checkoutUrl, "checkoutUrl");
            requireNonNull(checkoutBillingId, "checkoutBillingId");
        }

        @Override
        public Optional<EntitlementSnapshot> entitlements() {
            return Optional.empty();
        }
    }

    /**
     * An outcome that is newer than this SDK. It grants nothing: ask for the entitlements. Immutable.
     *
     * @param status what Stigg calls it
     */
    record Unknown(String status) implements ProvisionedSubscription {
        /**
         * Checks the status.
         *
         * @throws NullPointerException if it is null
         */
        public Unknown {
            requireNonNull(status, "status");
        }

        @Override
        public Optional<EntitlementSnapshot> entitlements() {
            return Optional.empty();
        }
    }
}
