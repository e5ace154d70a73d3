package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers set by hand that win over everything Stigg says: the kill switch. Immutable; a client takes another set at any
 * time.
 *
 * <p>The most specific override decides: of a customer's feature, then of the customer, then of the feature. An override
 * of a customer covers its resources and its credits too.
 */
public final class Overrides {
    private static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

    private final Map<String, FixedAnswer> byFeature;
    private final Map<String, FixedAnswer> byCustomer;
    private final Map<CustomerFeature, FixedAnswer> byCustomerFeature;

    private Overrides(
            Map<String, FixedAnswer> byFeature,
            Map<String, FixedAnswer> byCustomer,
            Map<CustomerFeature, FixedAnswer> byCustomerFeature) {
        this.byFeature = byFeature;
        this.byCustomer = byCustomer;
        this.byCustomerFeature = byCustomerFeature;
    }

    /**
     * No overrides.
     *
     * @return the empty set
     */
    public static Overrides none() {
        return NONE;
    }

    /**
     * Decides a feature for every customer.
     *
     * @param featureId the feature's id
     * @param answer the answer
     * @return the changed overrides
     * @throws IllegalArgumentException if the id is blank
     */
    public Overrides feature(String featureId, FixedAnswer answer) {
        return new Overrides(
                with(byFeature, Ids.requireId(featureId, "featureId"), answer), byCustomer, byCustomerFeature);
    }

    /**
     * Decides every feature and currency for a customer.
     *
     * @param customerId the customer's id
     * @param answer the answer
     * @return the changed overrides
     * @throws IllegalArgumentException if the id is blank
     */
    public Overrides customer(String customerId, FixedAnswer answer) {
        return new Overrides(
                byFeature, with(byCustomer, Ids.requireId(customerId, "customerId"), answer), byCustomerFeature);
    }

    /**
     * Decides one feature for one customer.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param answer the answer
     * @return the changed overrides
     * @throws IllegalArgumentException if an id is blank
     */
    public Overrides customerFeature(String customerId, String featureId, FixedAnswer answer) {
        CustomerFeature key =
                new CustomerFeature(Ids.requireId(customerId, "customerId"), Ids.requireId(featureId, "featureId"));
        return new Overrides(byFeature, byCustomer, with(byCustomerFeature, key, answer));
    }

    /**
     * Tells whether nothing is overridden.
     *
     * @return true if there is no override
     */
    public boolean isEmpty() {
        return byFeature.isEmpty() && byCustomer.isEmpty() && byCustomerFeature.isEmpty();
    }

    /**
     * Finds the override for a customer's feature.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the answer, empty when Stigg decides
     */
    public Optional<FixedAnswer> find(String customerId, String featureId) {
        FixedAnswer specific = byCustomerFeature.get(new CustomerFeature(customerId, featureId));
        return specific != null
                ? Optional.of(specific)
                : find(customerId).or(() -> Optional.ofNullable(byFeature.get(featureId)));
    }

    /**
     * Finds the override for a customer as a whole.
     *
     * @param customerId the customer's id
     * @return the answer, empty when there is none
     */
    public Optional<FixedAnswer> find(String customerId) {
        return Optional.ofNullable(byCustomer.get(customerId));
    }

    private static <K> Map<K, FixedAnswer> with(Map<K, FixedAnswer> answers, K key, FixedAnswer answer) {
        Map<K, FixedAnswer> changed = new HashMap<>(answers);
        changed.put(key, requireNonNull(answer, "answer"));
        return Map.copyOf(changed);
    }

    private record CustomerFeature(String customerId, String featureId) {}
}
