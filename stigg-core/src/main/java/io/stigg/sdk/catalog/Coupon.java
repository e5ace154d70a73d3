package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A coupon: a discount for a customer or a subscription. Immutable.
 *
 * @param id its id
 * @param name its name
 * @param description what it is for
 * @param type how it reduces a price
 * @param status whether it may be applied
 * @param discountValue by how much: percent, or whole units of a currency; {@code percentOff} and {@code amountsOff}
 *     say it unmistakably
 * @param percentOff by how many percent
 * @param amountsOff by what amount, in each of its currencies
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param billingId its id in the connected billing system
 * @param billingLinkUrl where it is in that system
 * @param syncStates how its transfer to other systems stands
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Coupon(
        @ApiName("refId") String id,
        String name,
        Optional<String> description,
        CouponType type,
        CouponStatus status,
        double discountValue,
        OptionalDouble percentOff,
        List<Money> amountsOff,
        Instant createdAt,
        Instant updatedAt,
        Optional<String> billingId,
        Optional<String> billingLinkUrl,
        List<SyncState> syncStates,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Coupon {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(type, "type");
        requireNonNull(status, "status");
        requireNonNull(percentOff, "percentOff");
        amountsOff = List.copyOf(amountsOff);
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        requireNonNull(billingId, "billingId");
        requireNonNull(billingLinkUrl, "billingLinkUrl");
        syncStates = List.copyOf(syncStates);
        metadata = Map.copyOf(metadata);
    }

    /**
     * A coupon that may be applied and takes a share off.
     *
     * @param id its id
     * @param name its name
     * @param percent how many percent
     * @param createdAt when it was made
     * @return the coupon
     */
    public static Coupon percentage(String id, String name, double percent, Instant createdAt) {
        return active(id, name, CouponType.PERCENTAGE, percent, OptionalDouble.of(percent), List.of(), createdAt);
    }

    /**
     * A coupon that may be applied and takes an amount off.
     *
     * @param id its id
     * @param name its name
     * @param amount the amount
     * @param createdAt when it was made
     * @return the coupon
     */
    public static Coupon fixed(String id, String name, Money amount, Instant createdAt) {
        return active(
                id,
                name,
                CouponType.FIXED,
                amount.amount().doubleValue(),
                OptionalDouble.empty(),
                List.of(amount),
                createdAt);
    }

    private static Coupon active(
            String id,
            String name,
            CouponType type,
            double value,
            OptionalDouble percentOff,
            List<Money> amountsOff,
            Instant createdAt) {
        return new Coupon(
                id,
                name,
                Optional.empty(),
                type,
                CouponStatus.ACTIVE,
                value,
                percentOff,
                amountsOff,
                createdAt,
                createdAt,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /**
     * Makes it one that may not be applied to anything new.
     *
     * @return the changed coupon
     */
    public Coupon archived() {
        return new Coupon(
                id,
                name,
                description,
                type,
                CouponStatus.ARCHIVED,
                discountValue,
                percentOff,
                amountsOff,
                createdAt,
                updatedAt,
                billingId,
                billingLinkUrl,
                syncStates,
                metadata);
    }
}
