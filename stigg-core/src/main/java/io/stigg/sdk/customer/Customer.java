package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A customer. Immutable.
 *
 * @param id its id
 * @param name its name
 * @param email its address
 * @param billingId its id in the connected billing system
 * @param awsMarketplaceCustomerId its id in the AWS marketplace
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Customer(
        @ApiName("refId") String id,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        Optional<String> awsMarketplaceCustomerId,
        Optional<Instant> createdAt,
        Instant updatedAt,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Customer {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(billingId, "billingId");
        requireNonNull(awsMarketplaceCustomerId, "awsMarketplaceCustomerId");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        metadata = Map.copyOf(metadata);
    }
}
