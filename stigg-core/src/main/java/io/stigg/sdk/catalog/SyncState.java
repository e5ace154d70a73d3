package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

/**
 * How the transfer of something to one other system stands. Immutable.
 *
 * @param vendorIdentifier the system, in Stigg's word for it, such as {@code STRIPE}
 * @param status how it stands
 */
public record SyncState(String vendorIdentifier, SyncStatus status) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SyncState {
        requireNonNull(vendorIdentifier, "vendorIdentifier");
        requireNonNull(status, "status");
    }
}
