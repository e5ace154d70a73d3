package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

/**
 * What an entitlement is for. Immutable.
 *
 * @param type whether it is a feature or a currency
 * @param id the feature's or the currency's id
 */
public record EntitlementRef(Type type, String id) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public EntitlementRef {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    /**
     * Refers to a feature.
     *
     * @param featureId the feature's id
     * @return the reference
     */
    public static EntitlementRef feature(String featureId) {
        return new EntitlementRef(Type.FEATURE, featureId);
    }

    /**
     * Refers to a currency of credits.
     *
     * @param currencyId the currency's id
     * @return the reference
     */
    public static EntitlementRef credit(String currencyId) {
        return new EntitlementRef(Type.CREDIT, currencyId);
    }

    /** The two kinds of entitlement. */
    public enum Type {
        /** A feature. */
        FEATURE,
        /** A currency of credits. */
        CREDIT
    }
}
