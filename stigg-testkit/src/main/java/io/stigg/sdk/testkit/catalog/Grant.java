package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.ResetPeriod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a plan, an add-on or a promotion says about one feature: its package entitlement. Immutable.
 *
 * @param featureId the feature's id
 * @param kind how it is meant
 * @param limit the limit or the configured number; empty when there is none, or where a quantity is the limit
 * @param hasSoftLimit whether usage may pass the limit
 * @param values the allowed values of an enum feature
 * @param resetPeriod how often usage starts again from 0
 * @param overrides whether, on an add-on, this replaces the plan's value and does not add to it
 * @param quantity the quantity that a subscription buys and that is the limit then
 */
public record Grant(
        String featureId,
        Kind kind,
        OptionalDouble limit,
        boolean hasSoftLimit,
        List<String> values,
        Optional<ResetPeriod> resetPeriod,
        boolean overrides,
        Optional<Quantity> quantity) {
    /**
     * Checks the members and copies the values.
     *
     * @throws NullPointerException if a member is null
     */
    public Grant {
        requireNonNull(featureId, "featureId");
        requireNonNull(kind, "kind");
        requireNonNull(limit, "limit");
        values = List.copyOf(values);
        requireNonNull(resetPeriod, "resetPeriod");
        requireNonNull(quantity, "quantity");
    }

    /**
     * Grants a feature that is on or off.
     *
     * @param featureId the feature's id
     * @return the grant
     */
    public static Grant of(String featureId) {
        return of(featureId, Kind.GRANTED, OptionalDouble.empty(), List.of());
    }

    /**
     * Withholds a feature explicitly.
     *
     * @param featureId the feature's id
     * @return the opposite of a grant
     */
    public static Grant revoked(String featureId) {
        return of(featureId, Kind.REVOKED, OptionalDouble.empty(), List.of());
    }

    /**
     * Grants a number: a configured one, or a limit of usage.
     *
     * @param featureId the feature's id
     * @param limit the number
     * @return the grant
     */
    public static Grant limited(String featureId, double limit) {
        return of(featureId, Kind.GRANTED, OptionalDouble.of(limit), List.of());
    }

    /**
     * Grants a feature without a limit.
     *
     * @param featureId the feature's id
     * @return the grant
     */
    public static Grant unlimited(String featureId) {
        return of(featureId, Kind.UNLIMITED, OptionalDouble.empty(), List.of());
    }

    /**
     * Grants values of an enum feature.
     *
     * @param featureId the feature's id
     * @param values the allowed values
     * @return the grant
     */
    public static Grant values(String featureId, String... values) {
        return of(featureId, Kind.GRANTED, OptionalDouble.empty(), List.of(values));
    }

    /**
     * Grants as many units as a subscription buys.
     *
     * @param featureId the feature's id
     * @param minimum the smallest quantity, which is taken when none is given
     * @param maximum the largest quantity
     * @return the grant
     */
    public static Grant perUnit(String featureId, double minimum, double maximum) {
        return new Grant(
                featureId,
                Kind.GRANTED,
                OptionalDouble.of(minimum),
                false,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Quantity(minimum, maximum)));
    }

    /**
     * Grants what is agreed with each customer: the quantity given at subscription, and no limit when none is given.
     *
     * @param featureId the feature's id
     * @return the grant
     */
    public static Grant agreed(String featureId) {
        return new Grant(
                featureId,
                Kind.UNLIMITED,
                OptionalDouble.empty(),
                false,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Quantity(0, Double.MAX_VALUE)));
    }

    private static Grant of(String featureId, Kind kind, OptionalDouble limit, List<String> values) {
        return new Grant(featureId, kind, limit, false, values, Optional.empty(), false, Optional.empty());
    }

    /**
     * Lets usage pass the limit.
     *
     * @return the changed grant
     */
    public Grant soft() {
        return new Grant(featureId, kind, limit, true, values, resetPeriod, overrides, quantity);
    }

    /**
     * Lets usage start again from 0.
     *
     * @param period how often, and what it is aligned to
     * @return the changed grant
     */
    public Grant resetting(ResetPeriod period) {
        return new Grant(featureId, kind, limit, hasSoftLimit, values, Optional.of(period), overrides, quantity);
    }

    /**
     * Makes an add-on's grant replace the plan's value. Among several of them the largest counts, and grants that add do
     * not.
     *
     * @return the changed grant
     */
    public Grant overriding() {
        return new Grant(featureId, kind, limit, hasSoftLimit, values, resetPeriod, true, quantity);
    }

    /**
     * Sets the number, as a bought quantity does.
     *
     * @param newLimit the number
     * @return the changed grant
     */
    public Grant withLimit(double newLimit) {
        return new Grant(
                featureId,
                Kind.GRANTED,
                OptionalDouble.of(newLimit),
                hasSoftLimit,
                values,
                resetPeriod,
                overrides,
                quantity);
    }

    /**
     * Sets the allowed values.
     *
     * @param newValues the values
     * @return the changed grant
     */
    public Grant withValues(List<String> newValues) {
        return new Grant(featureId, kind, limit, hasSoftLimit, newValues, resetPeriod, overrides, quantity);
    }

    /**
     * Tells whether the number is agreed with each customer.
     *
     * @return true if it has no bounds
     */
    public boolean isAgreed() {
        return quantity.filter(bounds -> bounds.maximum() == Double.MAX_VALUE).isPresent();
    }

    /** How a grant is meant. */
    public enum Kind {
        /** Granted, up to the limit where there is one. */
        GRANTED,
        /** Granted without a limit. */
        UNLIMITED,
        /** Explicitly withheld. */
        REVOKED
    }

    /**
     * The bounds of a quantity. Immutable.
     *
     * @param minimum the smallest
     * @param maximum the largest
     */
    public record Quantity(double minimum, double maximum) {}
}
