package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Map;
import java.util.Optional;

/**
 * A product: what plans are plans of. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param description what it is
 * @param awsMarketplaceProductId its id in the AWS marketplace
 * @param downgradePlan the plan to which a subscription falls back when it is cancelled
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Product(
        @ApiName("refId") String id,
        Optional<String> displayName,
        Optional<String> description,
        Optional<String> awsMarketplaceProductId,
        @ApiName("productSettings.downgradePlan") Optional<PackageReference> downgradePlan,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Product {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(description, "description");
        requireNonNull(awsMarketplaceProductId, "awsMarketplaceProductId");
        requireNonNull(downgradePlan, "downgradePlan");
        metadata = Map.copyOf(metadata);
    }
}
