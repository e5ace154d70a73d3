package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A customer. Immutable.
 *
 * @param id its id
 * @param name its name
 * @param email its e-mail address
 * @param billingId its id at the billing provider
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Customer(
        String id,
        Optional<String> name,
        Optional<String> email,
        Optional<String> billingId,
        Optional<Instant> createdAt,
        Instant updatedAt,
        Map<String, Object> metadata) {
    /**
     * Checks the members and copies the metadata.
     *
     * @throws NullPointerException if a member is null
     */
    public Customer {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(email, "email");
        requireNonNull(billingId, "billingId");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        metadata = Map.copyOf(metadata);
    }
}
