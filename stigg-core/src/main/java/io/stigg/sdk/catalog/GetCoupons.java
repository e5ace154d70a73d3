package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Page;
import io.stigg.sdk.PagedRequest;
import io.stigg.sdk.Paging;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * Lists coupons. Immutable.
 *
 * @param status which coupons, empty for all
 * @param paging which page
 */
public record GetCoupons(@ApiName("filter.status.eq") Optional<CouponStatus> status, Paging paging)
        implements CatalogRequest<Page<Coupon>>, PagedRequest<GetCoupons> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCoupons {
        Arguments.known(status, "status");
        requireNonNull(paging, "paging");
    }

    /**
     * Asks for those that may be applied, a page at a time.
     *
     * @return the request
     */
    public static GetCoupons first() {
        return new GetCoupons(Optional.of(CouponStatus.ACTIVE), Paging.first(25));
    }

    @Override
    public GetCoupons at(Paging otherPage) {
        return new GetCoupons(status, otherPage);
    }
}
