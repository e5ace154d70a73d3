package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a plan and an add-on have in common: what they grant, and how they are offered. What is said again of the same
 * thing replaces what was said before. Not thread-safe; confine it to one thread.
 *
 * @param <B> the builder itself
 */
public abstract sealed class PackageBuilder<B extends PackageBuilder<B>> permits PlanBuilder, AddonBuilder {
    final String id;
    final Map<String, Grant> grants = new LinkedHashMap<>();
    final Map<String, CreditAllowance> allowances = new LinkedHashMap<>();
    private String displayName;
    private Optional<String> productId = Optional.empty();
    private Optional<String> description = Optional.empty();
    private List<Price> prices = List.of();
    private List<Price> overagePrices = List.of();
    private Set<WidgetType> hiddenFrom = Set.of();

    PackageBuilder(String id, String kind) {
        this.id = id;
        this.displayName = DisplayNames.of(id, kind);
    }

    abstract B self();

    final void start(String name, String product, List<Grant> granted, List<CreditAllowance> credited, Offer offered) {
        displayName = name;
        productId = Optional.of(product);
        granted.forEach(grant -> grants.put(grant.featureId(), grant));
        credited.forEach(allowance -> allowances.put(allowance.currencyId(), allowance));
        description = offered.description();
        prices = offered.prices();
        overagePrices = offered.overagePrices();
        hiddenFrom = offered.hiddenFrom();
    }

    final String displayName() {
        return displayName;
    }

    /** Returns its product, which goes without saying where there is just one. */
    final String productId(Optional<String> only) {
        return productId
                .or(() -> only)
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " must say which product it is in, as there is not just one"));
    }

    final Offer offer() {
        return new Offer(description, prices, overagePrices, hiddenFrom);
    }

    final B add(Grant grant) {
        grants.put(grant.featureId(), grant);
        return self();
    }

    final B add(CreditAllowance allowance) {
        allowances.put(allowance.currencyId(), allowance);
        return self();
    }

    final B cost(Price... amounts) {
        prices = List.of(amounts);
        return self();
    }

    /**
     * Names it. Without that its name is made of its id.
     *
     * @param name its name for people
     * @return this builder
     */
    public final B named(String name) {
        displayName = requireNonNull(name, "name");
        return self();
    }

    /**
     * Describes it.
     *
     * @param text what it is, for people
     * @return this builder
     */
    public final B described(String text) {
        description = Optional.of(text);
        return self();
    }

    /**
     * Puts it in a product. That may be left out where there is just one.
     *
     * @param product the product's id
     * @return this builder
     */
    public final B in(String product) {
        productId = Optional.of(product);
        return self();
    }

    /**
     * Grants features that are on or off.
     *
     * @param featureIds the features
     * @return this builder
     */
    public final B grants(String... featureIds) {
        for (String featureId : featureIds) {
            add(Grant.of(featureId));
        }
        return self();
    }

    /**
     * Withholds features explicitly, such as those that the plan would inherit.
     *
     * @param featureIds the features
     * @return this builder
     */
    public final B withholds(String... featureIds) {
        for (String featureId : featureIds) {
            add(Grant.revoked(featureId));
        }
        return self();
    }

    /**
     * Sets a number that is a configuration.
     *
     * @param featureId the feature
     * @param number the number
     * @param terms {@link Term#overriding} or nothing
     * @return this builder
     */
    public final B sets(String featureId, double number, Term... terms) {
        return sets(featureId, Limit.of(number), terms);
    }

    /**
     * Leaves a number that is a configuration open.
     *
     * @param featureId the feature
     * @param number {@link Limit#unlimited} or {@link Limit#asAgreed}
     * @param terms {@link Term#overriding} or nothing
     * @return this builder
     */
    public final B sets(String featureId, Limit number, Term... terms) {
        return add(Term.apply(number.of(featureId), terms));
    }

    /**
     * Allows values of a feature that is a choice.
     *
     * @param featureId the feature
     * @param values the allowed values
     * @return this builder
     */
    public final B allows(String featureId, String... values) {
        return allows(featureId, List.of(values));
    }

    /**
     * Allows values of a feature that is a choice.
     *
     * @param featureId the feature
     * @param values the allowed values
     * @param terms {@link Term#overriding} or nothing
     * @return this builder
     */
    public final B allows(String featureId, List<String> values, Term... terms) {
        return add(Term.apply(Grant.values(featureId, values.toArray(String[]::new)), terms));
    }

    /**
     * Grants usage up to a limit.
     *
     * @param featureId the feature
     * @param limit how much, in the feature's units
     * @param terms how often usage starts again from 0, never by default, and whether the limit is soft
     * @return this builder
     * @throws IllegalArgumentException if the limit is negative or not finite, or a term is not about usage
     */
    public final B meters(String featureId, double limit, Term... terms) {
        return meters(featureId, Limit.of(limit), terms);
    }

    /**
     * Grants usage.
     *
     * @param featureId the feature
     * @param limit how much
     * @param terms how often usage starts again from 0, never by default, and whether the limit is soft
     * @return this builder
     * @throws IllegalArgumentException if a term is not about usage
     */
    public final B meters(String featureId, Limit limit, Term... terms) {
        return add(Term.apply(limit.of(featureId), terms));
    }

    /**
     * Grants credits again and again; what is left of them is lost.
     *
     * @param currencyId their currency
     * @param amount how many
     * @param terms how often, {@link Term#everyMonth} by default, and whether more may be consumed
     * @return this builder
     * @throws IllegalArgumentException if the amount is negative or not finite, or a term is not about credits
     */
    public final B credits(String currencyId, double amount, Term... terms) {
        return add(Term.apply(CreditAllowance.of(currencyId, amount), terms));
    }

    /**
     * Sets what usage past limits costs, which makes those limits soft.
     *
     * @param charges the prices, made by {@link Prices#perUse}
     * @return this builder
     */
    public final B chargingOverages(Price... charges) {
        overagePrices = List.of(charges);
        return self();
    }

    /**
     * Hides it.
     *
     * @param widgets the widgets that do not show it
     * @return this builder
     */
    public final B hiddenFrom(WidgetType... widgets) {
        hiddenFrom = new LinkedHashSet<>(List.of(widgets));
        return self();
    }
}
