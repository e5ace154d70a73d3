package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceTier;
import io.stigg.sdk.catalog.TiersMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What units cost by a price of any model. Pure. */
final class PriceAmounts {
    private static final String NO_CURRENCY = "USD";

    private PriceAmounts() {}

    /** Returns what units cost. Of blocks, one that is begun is paid as a whole. */
    static Money of(Price price, double units) {
        BigDecimal blocks =
                BigDecimal.valueOf(Math.ceil(units / price.blockSize().orElse(1)));
        return price.tiers().isEmpty()
                ? new Money(amount(price.price()).multiply(blocks), currency(price))
                : new Money(
                        price.tiersMode().equals(Optional.of(TiersMode.GRADUATED))
                                ? graduated(price.tiers(), blocks)
                                : volume(price.tiers(), blocks),
                        currency(price));
    }

    /** Returns the currency of a price. */
    static String currency(Price price) {
        return price.price()
                .or(() -> price.tiers().stream()
                        .flatMap(tier -> tier.unitPrice().or(tier::flatPrice).stream())
                        .findFirst())
                .map(Money::currency)
                .orElse(NO_CURRENCY);
    }

    private static BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(BigDecimal.ZERO);
    }

    /** All units cost what the tier says that the last one falls into. */
    private static BigDecimal volume(List<PriceTier> tiers, BigDecimal units) {
        if (units.signum() == 0) {
            return BigDecimal.ZERO;
        }
        PriceTier tier = tiers.stream()
                .filter(each -> each.upTo().isEmpty()
                        || units.compareTo(BigDecimal.valueOf(each.upTo().getAsDouble())) <= 0)
                .findFirst()
                .orElse(tiers.get(tiers.size() - 1));
        return amount(tier.unitPrice()).multiply(units).add(amount(tier.flatPrice()));
    }

    /** Each unit costs what the tier says that it falls into. */
    private static BigDecimal graduated(List<PriceTier> tiers, BigDecimal units) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal counted = BigDecimal.ZERO;
        for (PriceTier tier : tiers) {
            BigDecimal end = tier.upTo().isPresent()
                    ? BigDecimal.valueOf(tier.upTo().getAsDouble()).min(units)
                    : units;
            if (end.compareTo(counted) > 0) {
                sum = sum.add(amount(tier.unitPrice()).multiply(end.subtract(counted)))
                        .add(amount(tier.flatPrice()));
                counted = end;
            }
        }
        return sum;
    }
}
