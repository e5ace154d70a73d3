package io.stigg.sdk.entitlement;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a check was denied. Immutable.
 *
 * <p>Source: the API's {@code AccessDeniedReason}; which of them the SDK decides itself is said on each constant.
 */
public enum AccessDeniedReason {
    /** Stigg knows no customer of that id. */
    CUSTOMER_NOT_FOUND("CustomerNotFound"),
    /** The customer has been archived. */
    CUSTOMER_IS_ARCHIVED("CustomerIsArchived"),
    /** The customer has no resource of that id. */
    CUSTOMER_RESOURCE_NOT_FOUND("CustomerResourceNotFound"),
    /** The customer has no subscription that gives access now. */
    NO_ACTIVE_SUBSCRIPTION("NoActiveSubscription"),
    /** The environment has no feature of that id. Only Stigg can tell; a cached set of entitlements cannot. */
    FEATURE_NOT_FOUND("FeatureNotFound"),
    /** None of the customer's entitlements is for the feature. Decided by the SDK. */
    NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION("NoFeatureEntitlementInSubscription"),
    /** The feature is of another type than the check asked for, or of one that this SDK does not know. */
    FEATURE_TYPE_MISMATCH("FeatureTypeMismatch"),
    /** The feature is explicitly withheld. */
    REVOKED("Revoked"),
    /** The current and the requested usage together pass a hard limit. Decided by the SDK. */
    REQUESTED_USAGE_EXCEEDING_LIMIT("RequestedUsageExceedingLimit"),
    /** A requested value is not among the allowed ones. Decided by the SDK. */
    REQUESTED_VALUES_MISMATCH("RequestedValuesMismatch"),
    /** The subscription's hard budget is spent. */
    BUDGET_EXCEEDED("BudgetExceeded"),
    /** The credits left do not cover the request, and the wallet has no soft limit. */
    INSUFFICIENT_CREDITS("InsufficientCredits"),
    /** The customer has no entitlement to the currency. */
    ENTITLEMENT_NOT_FOUND("EntitlementNotFound"),
    /** There is no better reason: a fallback, an override, or a reason that this SDK does not know. */
    UNKNOWN("Unknown");

    private static final Map<String, AccessDeniedReason> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(AccessDeniedReason::wireName, Function.identity()));

    private final String wireName;

    AccessDeniedReason(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns how the API spells this reason.
     *
     * @return the API's spelling
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a reason by the API's spelling.
     *
     * @param wireName the API's spelling
     * @return the reason, or {@link #UNKNOWN} for a spelling that this SDK does not know
     */
    public static AccessDeniedReason ofWire(String wireName) {
        return BY_WIRE_NAME.getOrDefault(wireName, UNKNOWN);
    }
}
