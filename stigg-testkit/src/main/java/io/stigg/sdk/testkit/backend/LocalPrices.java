package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.paywall.GetPaywall;
import java.util.List;
import java.util.Optional;

/**
 * Which prices somebody sees: those of the country, and for what has none there, those that hold everywhere. Immutable.
 *
 * @param all whether the prices of all countries are seen
 * @param country the country, empty for nowhere in particular
 */
record LocalPrices(boolean all, Optional<String> country) {
    static LocalPrices of(GetPaywall request) {
        return new LocalPrices(request.fetchAllCountriesPrices(), request.billingCountryCode());
    }

    List<Price> of(List<Price> prices) {
        return all
                ? prices
                : prices.stream().filter(price -> isSeen(price, prices)).toList();
    }

    private boolean isSeen(Price price, List<Price> prices) {
        if (price.billingCountryCode().isPresent()) {
            return price.billingCountryCode().equals(country);
        }
        return country.isEmpty()
                || prices.stream()
                        .noneMatch(other -> other.billingCountryCode().equals(country) && isForTheSame(price, other));
    }

    private static boolean isForTheSame(Price one, Price other) {
        return one.billingModel() == other.billingModel()
                && one.billingPeriod() == other.billingPeriod()
                && one.billingCadence().equals(other.billingCadence())
                && one.feature().equals(other.feature());
    }
}
