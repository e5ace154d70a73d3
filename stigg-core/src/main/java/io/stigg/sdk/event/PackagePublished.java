package io.stigg.sdk.event;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.Update;

/**
 * A new version of a plan or an add-on was published. Immutable.
 *
 * @param packageId the id of the plan or add-on
 * @param packageType what it is, as Stigg says: {@code Plan} or {@code Addon}
 * @param version its new version
 * @param migration whose subscriptions it changes
 */
public record PackagePublished(String packageId, String packageType, int version, Migration migration)
        implements Update {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PackagePublished {
        requireNonNull(packageId, "packageId");
        requireNonNull(packageType, "packageType");
        requireNonNull(migration, "migration");
    }

    /** Whose subscriptions a new version changes. */
    public enum Migration {
        /** Those of everyone who has the package. */
        ALL_CUSTOMERS,
        /** Only those that are made from now on. */
        NEW_CUSTOMERS,
        /** A kind that this SDK does not know; treated as if it changed all. */
        UNKNOWN
    }
}
