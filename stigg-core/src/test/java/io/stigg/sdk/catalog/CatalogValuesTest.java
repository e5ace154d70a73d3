package io.stigg.sdk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.Paging;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is sold")
class CatalogValuesTest {
    private static final Money TEN = Money.of("10", "USD");
    private static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    @DisplayName("has prices that are fixed, or by the unit and within bounds")
    void prices() {
        Feature seats = Feature.of("seats", FeatureType.NUMBER, MeterType.FLUCTUATING);

        Price flat = Price.flat(BillingPeriod.ANNUALLY, TEN);
        Price perSeat = Price.perUnit(seats, BillingPeriod.MONTHLY, TEN).between(3, 100);

        assertThat(flat.billingModel()).isEqualTo(BillingModel.FLAT_FEE);
        assertThat(flat.billingPeriod()).isEqualTo(BillingPeriod.ANNUALLY);
        assertThat(flat.price()).hasValue(TEN);
        assertThat(flat.feature()).isEmpty();
        assertThat(perSeat.billingModel()).isEqualTo(BillingModel.PER_UNIT);
        assertThat(perSeat.feature()).hasValue(seats);
        assertThat(perSeat.price()).hasValue(TEN);
        assertThat(perSeat.minUnitQuantity()).hasValue(3);
        assertThat(perSeat.maxUnitQuantity()).hasValue(100);
    }

    @Test
    @DisplayName("has coupons that take off a share, or an amount")
    void coupons() {
        Coupon share = Coupon.percentage("launch", "Launch", 20, MADE);
        Coupon amount = Coupon.fixed("gift", "Gift", TEN, MADE);

        assertThat(share.type()).isEqualTo(CouponType.PERCENTAGE);
        assertThat(share.percentOff()).hasValue(20);
        assertThat(share.amountsOff()).isEmpty();
        assertThat(share.status()).isEqualTo(CouponStatus.ACTIVE);
        assertThat(amount.type()).isEqualTo(CouponType.FIXED);
        assertThat(amount.amountsOff()).containsExactly(TEN);
        assertThat(amount.discountValue()).isEqualTo(10);
        assertThat(amount.archived().status()).isEqualTo(CouponStatus.ARCHIVED);
    }

    @Test
    @DisplayName("has coupons of a state that Stigg knows")
    void statusOfCoupons() {
        assertThat(GetCoupons.first().status()).hasValue(CouponStatus.ACTIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GetCoupons(Optional.of(CouponStatus.UNKNOWN), Paging.first(5)))
                .withMessage("status must not be UNKNOWN");
    }
}
