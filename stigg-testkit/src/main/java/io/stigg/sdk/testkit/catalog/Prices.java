package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingCadence;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.CustomCurrency;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceCreditRate;
import io.stigg.sdk.catalog.PriceTier;
import io.stigg.sdk.catalog.TiersMode;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The words for what plans and add-ons cost, to be imported statically. A price begins with how often it is paid and how
 * much; the other words say what of.
 *
 * <pre>{@code
 * plan.paid(
 *         monthly(usd(50)),
 *         inCountry("DE", monthly(eur(45))),
 *         perUnit("feature-seats", monthly(usd(10))).between(3, 100),
 *         perUse("feature-api-calls", monthly(graduated(upTo(1_000, usd("0.10")), beyond(usd("0.05"))))));
 * }</pre>
 *
 * <p>Features and currencies of credits are named by their ids; the catalogue adds what it knows of them.
 */
public final class Prices {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Prices() {}

    /**
     * Makes an amount of dollars.
     *
     * @param amount how many, in whole dollars
     * @return the amount
     */
    public static Money usd(long amount) {
        return usd(Long.toString(amount));
    }

    /**
     * Makes an amount of dollars.
     *
     * @param amount how many, in whole dollars, such as {@code 9.90}
     * @return the amount
     * @throws IllegalArgumentException if it is no number
     */
    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /**
     * Makes an amount of euros.
     *
     * @param amount how many, in whole euros
     * @return the amount
     */
    public static Money eur(long amount) {
        return eur(Long.toString(amount));
    }

    /**
     * Makes an amount of euros.
     *
     * @param amount how many, in whole euros, such as {@code 9.90}
     * @return the amount
     * @throws IllegalArgumentException if it is no number
     */
    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /**
     * A fixed amount each month.
     *
     * @param amount the amount
     * @return the price
     */
    public static Price monthly(Money amount) {
        return fixed(BillingPeriod.MONTHLY, amount);
    }

    /**
     * A fixed amount each year.
     *
     * @param amount the amount
     * @return the price
     */
    public static Price yearly(Money amount) {
        return fixed(BillingPeriod.ANNUALLY, amount);
    }

    /**
     * An amount each month that depends on how many units there are.
     *
     * @param tiers the amounts
     * @return the price, of which {@link #perUnit} or {@link #perUse} says what it is for
     */
    public static Price monthly(Tiers tiers) {
        return tiered(BillingPeriod.MONTHLY, tiers);
    }

    /**
     * An amount each year that depends on how many units there are.
     *
     * @param tiers the amounts
     * @return the price, of which {@link #perUnit} or {@link #perUse} says what it is for
     */
    public static Price yearly(Tiers tiers) {
        return tiered(BillingPeriod.ANNUALLY, tiers);
    }

    /**
     * An amount of credits instead of money, for plans that are paid each month.
     *
     * @param rate how many credits for one unit
     * @return the price, of which {@link #perUnit} or {@link #perUse} says what it is for
     */
    public static Price monthly(CreditRate rate) {
        return inCredits(BillingPeriod.MONTHLY, rate);
    }

    /**
     * An amount of credits instead of money, for plans that are paid each year.
     *
     * @param rate how many credits for one unit
     * @return the price, of which {@link #perUnit} or {@link #perUse} says what it is for
     */
    public static Price yearly(CreditRate rate) {
        return inCredits(BillingPeriod.ANNUALLY, rate);
    }

    /**
     * Makes an amount of credits.
     *
     * @param amount how many
     * @param currencyId their currency
     * @return the amount
     */
    public static CreditRate credits(double amount, String currencyId) {
        return new CreditRate(Arguments.amount(amount, "amount"), currencyId);
    }

    private static Price fixed(BillingPeriod period, Money amount) {
        return Price.flat(period, requireNonNull(amount, "amount"));
    }

    private static Price tiered(BillingPeriod period, Tiers tiers) {
        PriceParts parts = new PriceParts(period);
        parts.tiersMode = Optional.of(tiers.mode());
        parts.tiers = tiers.steps();
        return parts.price();
    }

    private static Price inCredits(BillingPeriod period, CreditRate rate) {
        PriceParts parts = new PriceParts(period);
        parts.model = BillingModel.CREDIT_BASED;
        parts.creditRate =
                Optional.of(new PriceCreditRate(rate.amount(), rate.currencyId(), Optional.of(rate.currencyId())));
        parts.currency = Optional.of(named(rate.currencyId()));
        return parts.price();
    }

    /**
     * A price for each unit that a subscription buys, paid in advance. What it buys is its limit where the plan says so:
     * {@code meters("feature-seats", asBought(3, 100))}.
     *
     * @param featureId the feature whose units are bought
     * @param price the price of one unit, which {@link Price#between} can bound
     * @return the changed price
     * @throws IllegalArgumentException if the price is for something already
     */
    public static Price perUnit(String featureId, Price price) {
        return of(featureId, price, BillingModel.PER_UNIT);
    }

    /**
     * A price for what is used, paid afterwards.
     *
     * @param featureId the feature whose usage is paid
     * @param price the price of one unit
     * @return the changed price
     * @throws IllegalArgumentException if the price is for something already
     */
    public static Price perUse(String featureId, Price price) {
        return of(featureId, price, BillingModel.USAGE_BASED);
    }

    private static Price of(String featureId, Price price, BillingModel model) {
        PriceParts parts = plain(price);
        parts.model = price.creditRate().isPresent() ? BillingModel.CREDIT_BASED : model;
        parts.feature = Optional.of(Feature.of(featureId, FeatureType.NUMBER, MeterType.FLUCTUATING));
        return parts.price();
    }

    /**
     * A price for credits that are bought.
     *
     * @param currencyId their currency
     * @param price the price of one credit
     * @return the changed price
     * @throws IllegalArgumentException if the price is for something already
     */
    public static Price perCredit(String currencyId, Price price) {
        PriceParts parts = plain(price);
        parts.model = BillingModel.CREDIT_BASED;
        parts.topUpCurrencyId = Optional.of(currencyId);
        parts.currency = Optional.of(named(currencyId));
        return parts.price();
    }

    private static PriceParts plain(Price price) {
        if (price.feature().isPresent()
                || price.topUpCustomCurrencyId().isPresent()
                || price.billingModel() == BillingModel.MINIMUM_SPEND) {
            throw new IllegalArgumentException(
                    "price must not be for two things: it is per unit, per use, per credit or a"
                            + " minimum spend already");
        }
        return new PriceParts(price);
    }

    private static CustomCurrency named(String currencyId) {
        return new CustomCurrency(currencyId, currencyId, Optional.empty(), Optional.empty());
    }

    /**
     * The least that is to be paid, whatever is used.
     *
     * @param price the amount
     * @return the changed price
     * @throws IllegalArgumentException if the price is for something already
     */
    public static Price minimumSpend(Price price) {
        PriceParts parts = plain(price);
        parts.model = BillingModel.MINIMUM_SPEND;
        return parts.price();
    }

    /**
     * A price that is paid once, such as a set-up fee.
     *
     * @param price the amount, and the billing period of the subscriptions that pay it
     * @return the changed price
     */
    public static Price oneOff(Price price) {
        PriceParts parts = new PriceParts(price);
        parts.cadence = Optional.of(BillingCadence.ONE_OFF);
        return parts.price();
    }

    /**
     * A price of several units at once.
     *
     * @param size how many units it is for
     * @param price the price of all of them
     * @return the changed price
     * @throws IllegalArgumentException if the size is not greater than 0
     */
    public static Price inBlocksOf(double size, Price price) {
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("size must be a finite number greater than 0, not " + size);
        }
        PriceParts parts = new PriceParts(price);
        parts.blockSize = OptionalDouble.of(size);
        return parts.price();
    }

    /**
     * A price that holds in one country, where it takes the place of the one that holds in all others.
     *
     * @param country the country's code by ISO 3166-1 alpha-2, such as {@code DE}
     * @param price the price
     * @return the changed price
     * @throws IllegalArgumentException if that is no such code
     */
    public static Price inCountry(String country, Price price) {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("country must be a code such as DE, not " + country);
        }
        PriceParts parts = new PriceParts(price);
        parts.country = Optional.of(country);
        return parts.price();
    }

    /**
     * Tiers of which one holds, for all units: that which their number falls into.
     *
     * @param steps the tiers in order
     * @return the tiers
     */
    public static Tiers volume(PriceTier... steps) {
        return new Tiers(TiersMode.VOLUME, List.of(steps));
    }

    /**
     * Tiers of which each holds for those units that fall into it.
     *
     * @param steps the tiers in order
     * @return the tiers
     */
    public static Tiers graduated(PriceTier... steps) {
        return new Tiers(TiersMode.GRADUATED, List.of(steps));
    }

    /**
     * A tier that ends with a unit.
     *
     * @param last the last unit of the tier
     * @param each what each unit costs
     * @return the tier
     */
    public static PriceTier upTo(double last, Money each) {
        return new PriceTier(OptionalDouble.of(last), Optional.of(each), Optional.empty());
    }

    /**
     * The last tier, which does not end.
     *
     * @param each what each unit costs
     * @return the tier
     */
    public static PriceTier beyond(Money each) {
        return new PriceTier(OptionalDouble.empty(), Optional.of(each), Optional.empty());
    }

    /**
     * Lets a tier cost something beside its units.
     *
     * @param flat what it costs, however many units there are
     * @param tier the tier
     * @return the changed tier
     */
    public static PriceTier plusFlat(Money flat, PriceTier tier) {
        return new PriceTier(tier.upTo(), tier.unitPrice(), Optional.of(flat));
    }

    /**
     * Amounts that depend on how many units there are. Immutable.
     *
     * @param mode how the tiers apply
     * @param steps the tiers in order
     */
    public record Tiers(TiersMode mode, List<PriceTier> steps) {
        /**
         * Checks the members and copies the tiers.
         *
         * @throws IllegalArgumentException if the tiers do not rise, or any but the last does not end
         */
        public Tiers {
            Arguments.known(mode, "mode");
            steps = List.copyOf(steps);
            if (steps.isEmpty() || steps.get(steps.size() - 1).upTo().isPresent()) {
                throw new IllegalArgumentException("tiers must end with one that has no last unit");
            }
            double former = 0;
            for (PriceTier step : steps.subList(0, steps.size() - 1)) {
                double last = step.upTo().orElse(former);
                if (!(last > former)) {
                    throw new IllegalArgumentException("tiers must rise, and all but the last have a last unit");
                }
                former = last;
            }
        }
    }
}
