package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a customer, or updates the one of that id, and optionally subscribes it. Immutable.
 *
 * @param customerId the customer's id
 * @param name the customer's name
 * @param email the customer's e-mail address
 * @param billingId the customer's id at the billing provider
 * @param couponId a coupon for everything the customer buys
 * @param metadata what to attach to the customer
 * @param subscription what to subscribe the customer to, empty for no subscription; the product's journey may choose
 *     another plan, see {@link ProvisionedCustomer#decision()}
 */
public record ProvisionCustomer(
        String customerId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        Optional<String> couponId,
        Map<String, String> metadata,
        Optional<PlanSelection> subscription)
        implements CustomerRequest<ProvisionedCustomer> {
    /**
     * Checks the members and copies the metadata.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    public ProvisionCustomer {
        CustomerScope.of(customerId);
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(billingId, "billingId");
        requireNonNull(couponId, "couponId");
        metadata = Map.copyOf(metadata);
        requireNonNull(subscription, "subscription");
    }

    /**
     * Makes a customer without a subscription.
     *
     * @param customerId the customer's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static ProvisionCustomer of(String customerId) {
        return new ProvisionCustomer(
                customerId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /**
     * Sets the name.
     *
     * @param newName the name
     * @return the changed request
     */
    public ProvisionCustomer withName(String newName) {
        return new ProvisionCustomer(
                customerId, Optional.of(newName), email, billingId, couponId, metadata, subscription);
    }

    /**
     * Sets the e-mail address.
     *
     * @param newEmail the address
     * @return the changed request
     */
    public ProvisionCustomer withEmail(String newEmail) {
        return new ProvisionCustomer(
                customerId, name, Optional.of(newEmail), billingId, couponId, metadata, subscription);
    }

    /**
     * Sets the id at the billing provider.
     *
     * @param id the id
     * @return the changed request
     */
    public ProvisionCustomer withBillingId(String id) {
        return new ProvisionCustomer(customerId, name, email, Optional.of(id), couponId, metadata, subscription);
    }

    /**
     * Sets a coupon for everything the customer buys.
     *
     * @param id the coupon's id
     * @return the changed request
     */
    public ProvisionCustomer withCoupon(String id) {
        return new ProvisionCustomer(customerId, name, email, billingId, Optional.of(id), metadata, subscription);
    }

    /**
     * Attaches metadata.
     *
     * @param key its name
     * @param value its value
     * @return the changed request
     */
    public ProvisionCustomer withMetadata(String key, String value) {
        Map<String, String> changed = new HashMap<>(metadata);
        changed.put(key, value);
        return new ProvisionCustomer(customerId, name, email, billingId, couponId, changed, subscription);
    }

    /**
     * Subscribes the customer in the same call.
     *
     * @param selection the plan, its add-ons and quantities
     * @return the changed request
     */
    public ProvisionCustomer subscribedTo(PlanSelection selection) {
        return new ProvisionCustomer(customerId, name, email, billingId, couponId, metadata, Optional.of(selection));
    }

    /**
     * Returns whose entitlements the request changes.
     *
     * @return the customer, or the resource that is subscribed
     */
    public CustomerScope scope() {
        return new CustomerScope(customerId, subscription.flatMap(PlanSelection::resourceId));
    }
}
