package io.stigg.sdk.testkit.catalog;

import static io.stigg.sdk.testkit.catalog.Prices.beyond;
import static io.stigg.sdk.testkit.catalog.Prices.credits;
import static io.stigg.sdk.testkit.catalog.Prices.eur;
import static io.stigg.sdk.testkit.catalog.Prices.graduated;
import static io.stigg.sdk.testkit.catalog.Prices.inBlocksOf;
import static io.stigg.sdk.testkit.catalog.Prices.inCountry;
import static io.stigg.sdk.testkit.catalog.Prices.minimumSpend;
import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.oneOff;
import static io.stigg.sdk.testkit.catalog.Prices.perCredit;
import static io.stigg.sdk.testkit.catalog.Prices.perUnit;
import static io.stigg.sdk.testkit.catalog.Prices.perUse;
import static io.stigg.sdk.testkit.catalog.Prices.plusFlat;
import static io.stigg.sdk.testkit.catalog.Prices.upTo;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static io.stigg.sdk.testkit.catalog.Prices.volume;
import static io.stigg.sdk.testkit.catalog.Prices.yearly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingCadence;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceTier;
import io.stigg.sdk.catalog.TiersMode;
import io.stigg.sdk.entitlement.Feature;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A price")
class PricesTest {
    @Test
    @DisplayName("is a fixed amount each month or year")
    void flat() {
        assertThat(monthly(usd(50))).isEqualTo(Price.flat(BillingPeriod.MONTHLY, Money.of("50", "USD")));
        assertThat(yearly(eur("9.90"))).isEqualTo(Price.flat(BillingPeriod.ANNUALLY, Money.of("9.90", "EUR")));
    }

    @Test
    @DisplayName("is for each unit that is bought, with bounds")
    void unit() {
        Price price = perUnit("feature-seats", monthly(usd(10))).between(3, 100);

        assertThat(price.billingModel()).isEqualTo(BillingModel.PER_UNIT);
        assertThat(price.feature()).map(Feature::id).contains("feature-seats");
        assertThat(price.price()).contains(usd(10));
        assertThat(price.minUnitQuantity()).hasValue(3);
        assertThat(price.maxUnitQuantity()).hasValue(100);
    }

    @Test
    @DisplayName("is for what is used, in blocks")
    void use() {
        Price price = inBlocksOf(1_000, perUse("feature-calls", monthly(usd(1))));

        assertThat(price.billingModel()).isEqualTo(BillingModel.USAGE_BASED);
        assertThat(price.feature()).map(Feature::id).contains("feature-calls");
        assertThat(price.blockSize()).hasValue(1_000);
    }

    @Test
    @DisplayName("is the least that is to be paid")
    void minimum() {
        Price price = minimumSpend(monthly(usd(20)));

        assertThat(price.billingModel()).isEqualTo(BillingModel.MINIMUM_SPEND);
        assertThat(price.price()).contains(usd(20));
    }

    @Test
    @DisplayName("is paid once")
    void once() {
        assertThat(monthly(usd(20)).billingCadence()).contains(BillingCadence.RECURRING);
        assertThat(oneOff(monthly(usd(20))).billingCadence()).contains(BillingCadence.ONE_OFF);
    }

    @Test
    @DisplayName("holds in one country")
    void country() {
        assertThat(inCountry("DE", monthly(eur(45))).billingCountryCode()).contains("DE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inCountry("Germany", monthly(eur(45))))
                .withMessage("country must be a code such as DE, not Germany");
    }

    @Test
    @DisplayName("depends on how many units there are")
    void tiers() {
        Price price = perUnit("feature-seats", monthly(graduated(upTo(5, usd(10)), plusFlat(usd(3), beyond(usd(8))))));

        assertThat(price.billingModel()).isEqualTo(BillingModel.PER_UNIT);
        assertThat(price.price()).isEmpty();
        assertThat(price.tiersMode()).contains(TiersMode.GRADUATED);
        assertThat(price.tiers())
                .containsExactly(
                        new PriceTier(OptionalDouble.of(5), Optional.of(usd(10)), Optional.empty()),
                        new PriceTier(OptionalDouble.empty(), Optional.of(usd(8)), Optional.of(usd(3))));
        assertThat(yearly(volume(beyond(usd(1)))).tiersMode()).contains(TiersMode.VOLUME);
    }

    @Test
    @DisplayName("has tiers that rise, the last of which does not end")
    void risingTiers() {
        assertThatIllegalArgumentException().isThrownBy(() -> volume());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> volume(upTo(5, usd(1))))
                .withMessage("tiers must end with one that has no last unit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> volume(upTo(5, usd(1)), upTo(5, usd(1)), beyond(usd(1))))
                .withMessage("tiers must rise, and all but the last have a last unit");
        assertThatIllegalArgumentException().isThrownBy(() -> volume(beyond(usd(1)), beyond(usd(1))));
    }

    @Test
    @DisplayName("is for credits that are bought, or in credits itself")
    void ofCredits() {
        Price bought = perCredit("cred-ai", monthly(usd("0.10")));
        Price inCredits = perUse("feature-tokens", monthly(credits(2, "cred-ai")));

        assertThat(bought.billingModel()).isEqualTo(BillingModel.CREDIT_BASED);
        assertThat(bought.topUpCustomCurrencyId()).contains("cred-ai");
        assertThat(bought.creditRate()).isEmpty();
        assertThat(inCredits.billingModel()).isEqualTo(BillingModel.CREDIT_BASED);
        assertThat(inCredits.price()).isEmpty();
        assertThat(inCredits.feature()).map(Feature::id).contains("feature-tokens");
        assertThat(inCredits.creditRate()).hasValueSatisfying(rate -> {
            assertThat(rate.amount()).isEqualTo(2);
            assertThat(rate.currencyId()).isEqualTo("cred-ai");
        });
    }

    @Test
    @DisplayName("is for one thing")
    void oneThing() {
        Price seats = perUnit("feature-seats", monthly(usd(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> perUse("feature-calls", seats));
        assertThatIllegalArgumentException().isThrownBy(() -> minimumSpend(seats));
        assertThatIllegalArgumentException().isThrownBy(() -> perCredit("cred-ai", minimumSpend(monthly(usd(1)))));
    }

    @Test
    @DisplayName("is not for blocks of nothing")
    void emptyBlocks() {
        assertThatIllegalArgumentException().isThrownBy(() -> inBlocksOf(0, monthly(usd(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> inBlocksOf(Double.NaN, monthly(usd(1))));
    }
}
